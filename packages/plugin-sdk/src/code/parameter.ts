import type { CodeText } from './text.js';

interface ParameterBase {
  /** Lower-case letters, digits and `_`, starting with a letter; the key of its value in `context.parameters`. */
  readonly id: string;
  readonly name: CodeText;
  readonly description?: CodeText;
}

/** A number that the designer of a model fills in; `integer` refuses fractions. @since 0.1.0 */
export interface NumberParameter extends ParameterBase {
  readonly type: 'integer' | 'number';
  readonly default: number;
  /** Smallest and largest value, both allowed. */
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A text that the designer of a model fills in. @since 0.1.0 */
export interface TextParameter extends ParameterBase {
  readonly type: 'text';
  readonly default: string;
}

/** One of several values that the designer of a model chooses from. @since 0.1.0 */
export interface ChoiceParameter extends ParameterBase {
  readonly type: 'choice';
  readonly options: readonly { readonly value: string | number; readonly name: CodeText }[];
  /** The value of one of the options. */
  readonly default: string | number;
}

/** A parameter of a dimension or action. The form in the editor is made from it. @since 0.1.0 */
export type CodeParameter = NumberParameter | TextParameter | ChoiceParameter;

type ValueOf<P extends CodeParameter> = P extends ChoiceParameter
  ? P['options'][number]['value']
  : P extends NumberParameter
    ? number
    : string;

/** The values of parameters, by id; one that was not filled in has its default. @since 0.1.0 */
export type ParameterValues<P extends readonly CodeParameter[]> = {
  readonly [Parameter in P[number] as Parameter['id']]: ValueOf<Parameter>;
};
