import type { ExpressionNode } from '../ast/expression-node.js';
import type { OperationNode } from '../ast/operation-node.js';
import type { BilingualText } from '../issue.js';
import type { Facts } from '../missing/facts.js';
import type { ExpressionType, InputDeclarations, Value, ValueType } from '../value-type.js';
import type { ColumnContext, ColumnNode } from './column.js';
import type { TestContext, TestTerm } from './variable-test.js';

/** What the checker knows of a node. */
export interface Typed {
  readonly type: ExpressionType;
  /** Whether it can be missing. */
  readonly nullable: boolean;
  /** False for a number that is calculated, and so differs between readers in its 16th digit. */
  readonly exact?: boolean;
  readonly unit?: string;
  /** The texts of an enumeration. */
  readonly options?: readonly string[];
  /** What a list holds; absent for the empty list written out. */
  readonly element?: Typed;
}

/** What an operator sees of the checker. */
export interface CheckContext {
  /** Checks an operand, reporting its faults; it is only used where the test `given` held. */
  operand(index: number, given?: ExpressionNode): Typed;
  /** Checks an operand that is evaluated per element of a list: it sees `scope` and no inputs. */
  scoped(index: number, scope: InputDeclarations): Typed;
  /** Notes that the operands checked from now on are only used where `test` held, or did not hold. */
  assume(test: ExpressionNode, holds: boolean): void;
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
  /** The type of a node whose faults were reported already. */
  typeOf(node: ExpressionNode): Typed;
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
  bare(node: ExpressionNode, facts: Facts): ExpressionNode;
  /** The value of a node, or null when it is missing. */
  value(node: ExpressionNode, facts: Facts): ExpressionNode;
  /** A total boolean: whether `node` is true (or, for `polarity` false, whether it is false). */
  holds(node: ExpressionNode, polarity: boolean, facts: Facts): ExpressionNode;
  presence(node: ExpressionNode): Presence;
  /** Inputs without which `holds(node, polarity)` is certainly false. */
  needs(node: ExpressionNode, polarity: boolean): ReadonlySet<string>;
  readonly inputs: InputDeclarations;
  /** The same for what is evaluated per element of a list, over the names of `scope`. */
  scoped(scope: InputDeclarations): MissingContext;
}

/** What an operator does with missing values. */
export interface MissingBehaviour {
  needs(node: OperationNode, polarity: boolean, context: MissingContext): ReadonlySet<string>;
  presence(node: OperationNode, context: MissingContext): Presence;
  holds(node: OperationNode, polarity: boolean, facts: Facts, context: MissingContext): ExpressionNode;
  bare(node: OperationNode, facts: Facts, context: MissingContext): ExpressionNode;
  value(node: OperationNode, facts: Facts, context: MissingContext): ExpressionNode;
}

/** What an operator sees while JavaScript is written. Everything it gets back is source text of an expression. */
export interface JavaScriptContext {
  typeOf(node: ExpressionNode): Typed;
  emit(node: ExpressionNode): string;
  /** Source that is true when the input or earlier step `name` is null. */
  isMissing(name: string): string;
  /** Source naming a helper that the generated function is given. */
  helper(name: 'compareText' | 'substring'): string;
  /** Source of a function of the values of `scope`, in that order. */
  lambda(body: ExpressionNode, scope: InputDeclarations): string;
}

/** Computes a node from the slots: inputs first, then steps. */
export type Closure = (slots: readonly Value[]) => Value;

/** What an operator sees while closures are composed. */
export interface ClosureContext {
  typeOf(node: ExpressionNode): Typed;
  compose(node: ExpressionNode): Closure;
  slotOf(name: string): number;
  /** A closure whose slots are the values of `scope`, in that order. */
  lambda(body: ExpressionNode, scope: InputDeclarations): Closure;
}

/** An operation that picks one of its branches: the result of the first pair whose test holds, else `otherwise`. */
export interface Branches {
  readonly pairs: readonly { readonly test: ExpressionNode; readonly result: ExpressionNode }[];
  readonly otherwise: ExpressionNode;
}

/** What an operator sees while SQL is written. */
export interface SqlContext {
  typeOf(node: ExpressionNode): Typed;
  /** Writes a node; a literal is cast to `as` when that is given. */
  emit(node: ExpressionNode, as?: ValueType | Typed): string;
  /** The array type of a list's element, for a cast. */
  arrayType(element: Typed | undefined): string;
  /** Writes a node that is evaluated per element; the only name of `scope` is the column called `column`. */
  lambda(
    body: ExpressionNode,
    scope: InputDeclarations,
    as: ValueType | Typed,
  ): { readonly alias: string; readonly column: string; readonly text: string };
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
  /** The words of a node, in brackets when it binds less tightly than `strength`; a number literal is written with `unit`. */
  words(node: ExpressionNode, strength: number, unit?: string): string;
  /** The words of a node that is a condition: an input that is true or false is said to be so. */
  condition(node: ExpressionNode, strength: number): string;
  /** The unit of a node's value, where it is known. */
  unitOf(node: ExpressionNode): string | undefined;
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
  /**
   * The operation as tests of single variables, where it is that: it is `polarity` where one of the terms holds. Operands are total, as
   * `writeOutMissing` leaves them. Absent or null: it rests on more, and its other forms are used.
   */
  tests?(node: OperationNode, polarity: boolean, context: TestContext): readonly TestTerm[] | null;
  /** Whether it holds where all of its operands do, or where any does, for an operator that is that. */
  readonly connects?: 'all' | 'any';
  /** Its branches, for an operator that has some. */
  branches?(node: OperationNode): Branches;
  /** The operation over whole columns. Absent or null: it is computed row by row. */
  column?(node: OperationNode, context: ColumnContext): ColumnNode | null;
  sql(node: OperationNode, context: SqlContext): string;
  sentence(node: OperationNode, context: SentenceContext): Phrase;
  /** The sentence of its opposite, where a natural one exists. */
  negatedSentence?(node: OperationNode, context: SentenceContext): Phrase;
}
