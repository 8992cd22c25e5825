import type { ExpressionNode } from '../ast/expression-node.js';
import type { OperationNode } from '../ast/operation-node.js';
import type { BilingualText } from '../issue.js';
import type { ExpressionType, InputDeclarations, Scalar, ValueType } from '../value-type.js';

/** What the checker knows of a node: its type and whether it can be missing. */
export interface Typed {
  readonly type: ExpressionType;
  readonly nullable: boolean;
}

/** What an operator sees of the checker. */
export interface CheckContext {
  /** Checks an operand, reporting its faults. `nonZero` adds expressions (as JSON text) known not to be 0 there. */
  operand(index: number, nonZero?: ReadonlySet<string>): Typed;
  /** Reports a fault of the operation, or of one operand. */
  report(
    code: string,
    operand: number | null,
    message: BilingualText,
    options?: {
      readonly details?: Readonly<Record<string, unknown>>;
      readonly severity?: 'error' | 'warning';
    },
  ): void;
  /** Checks that an input of this name is declared, reporting at `operand`. */
  variable(name: string, operand: number): void;
  /** Whether `node` is known not to be 0 here. */
  isNonZero(node: ExpressionNode): boolean;
}

/** When a node has a value: none of `variables` is missing and every one of `conditions` (total booleans) is true. */
export interface Presence {
  readonly variables: ReadonlySet<string>;
  readonly conditions: readonly ExpressionNode[];
}

/**
 * What an operator sees while missing values are written out. `facts` are inputs known to be present at that place;
 * they never change an answer, they only leave out tests that were made already.
 */
export interface MissingContext {
  typeOf(node: ExpressionNode): Typed;
  /** The value of a node known to be present. */
  bare(node: ExpressionNode, facts: ReadonlySet<string>): ExpressionNode;
  /** The value of a node, or null when it is missing. */
  value(node: ExpressionNode, facts: ReadonlySet<string>): ExpressionNode;
  /** A total boolean: whether `node` is true (or, for `polarity` false, whether it is false). */
  holds(node: ExpressionNode, polarity: boolean, facts: ReadonlySet<string>): ExpressionNode;
  presence(node: ExpressionNode): Presence;
  /** Inputs without which `holds(node, polarity)` is certainly false. */
  needs(node: ExpressionNode, polarity: boolean): ReadonlySet<string>;
  readonly inputs: InputDeclarations;
}

/** What an operator does with missing values. */
export interface MissingBehaviour {
  needs(node: OperationNode, polarity: boolean, context: MissingContext): ReadonlySet<string>;
  presence(node: OperationNode, context: MissingContext): Presence;
  holds(
    node: OperationNode,
    polarity: boolean,
    facts: ReadonlySet<string>,
    context: MissingContext,
  ): ExpressionNode;
  bare(node: OperationNode, facts: ReadonlySet<string>, context: MissingContext): ExpressionNode;
  value(node: OperationNode, facts: ReadonlySet<string>, context: MissingContext): ExpressionNode;
}

/** What an operator sees while JavaScript is written. Everything it gets back is source text of an expression. */
export interface JavaScriptContext {
  typeOf(node: ExpressionNode): Typed;
  emit(node: ExpressionNode): string;
  /** Source that is true when the input or earlier step `name` is null. */
  isMissing(name: string): string;
  /** Source naming a helper that the generated function is given. */
  helper(name: 'compareText'): string;
}

/** Computes a node from the slots: inputs first, then steps. */
export type Closure = (slots: readonly Scalar[]) => Scalar;

/** What an operator sees while closures are composed. */
export interface ClosureContext {
  typeOf(node: ExpressionNode): Typed;
  compose(node: ExpressionNode): Closure;
  slotOf(name: string): number;
}

/** What an operator sees while SQL is written. */
export interface SqlContext {
  typeOf(node: ExpressionNode): Typed;
  /** Writes a node; a literal is cast to `as` when that is given. */
  emit(node: ExpressionNode, as?: ValueType): string;
  /** SQL that is true when the column of `name` is missing. */
  isMissing(name: string): string;
}

/** A piece of a sentence and how tightly it binds: 1 or, 2 and, 3 not, 4 comparison, 5 sum, 6 product, 7 a word. */
export interface Phrase {
  readonly text: string;
  readonly strength: number;
}

/** What an operator sees while a sentence is written. */
export interface SentenceContext {
  readonly language: 'en' | 'zh-CN';
  /** The phrase of a node. */
  phrase(node: ExpressionNode): Phrase;
  /** The words of a node, in brackets when it binds less tightly than `strength`. */
  words(node: ExpressionNode, strength: number): string;
  nameOf(name: string): string;
  /** The sentence of the opposite of `node` where a natural one exists. */
  negated(node: ExpressionNode): Phrase | null;
}

/** Everything the compiler knows of an operator; it never looks at an operator's id. */
export interface Operator {
  readonly id: string;
  readonly operandCount: { readonly minimum: number; readonly maximum: number };
  check(node: OperationNode, context: CheckContext): Typed;
  readonly missing: MissingBehaviour;
  javascript(node: OperationNode, context: JavaScriptContext): string;
  closure(node: OperationNode, context: ClosureContext): Closure;
  sql(node: OperationNode, context: SqlContext): string;
  sentence(node: OperationNode, context: SentenceContext): Phrase;
  /** The sentence of its opposite, where a natural one exists. */
  negatedSentence?(node: OperationNode, context: SentenceContext): Phrase;
}
