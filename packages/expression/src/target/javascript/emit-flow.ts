import type { ExpressionNode } from '../../ast/expression-node.js';
import { operation } from '../../ast/operation-node.js';
import { variablesOf } from '../../ast/variables-of.js';
import { missingNames } from '../../missing/build.js';
import type { Branches } from '../../operator/operator.js';
import { knownOperator } from '../../operator/registry.js';

/** What statements are made with. */
export interface FlowSource {
  emit(node: ExpressionNode): string;
  /** The branches of a node that are to be followed; null for what is one expression. */
  branchesOf(node: ExpressionNode): Branches | null;
  nameOf(name: string): string;
  /** Whether a value is read from the subject; everything else is computed before the statements begin. */
  isInput(name: string): boolean;
  /** A statement that reads an input into its name. */
  read(name: string): string;
  /** Names that what was emitted since the last call reads. */
  takeNames(): ReadonlySet<string>;
}

/** Conditions that hold together: an expression, or that a name has a value. */
type Part = ExpressionNode | { readonly kind: 'present'; readonly name: string };

/** Levels to which branches are followed; deeper ones are expressions, so that no reader's stack is at risk. */
const maxDepth = 8;
/** Conditions, one of which must hold, that are written one after the other. */
const maxChoices = 8;

const branchesOf = (node: ExpressionNode): Branches | undefined =>
  node.kind === 'operation' ? knownOperator(node.operator).branches?.(node) : undefined;

const connects = (node: Part): 'all' | 'any' | undefined =>
  node.kind === 'operation' ? knownOperator(node.operator).connects : undefined;

const isFalse = (node: ExpressionNode): boolean => node.kind === 'literal' && node.value === false;

/** The conditions that must hold for a total condition to hold. */
function partsOf(node: ExpressionNode): Part[] {
  if (node.kind !== 'operation') return [node];
  if (connects(node) === 'all') return node.operands.flatMap(partsOf);
  const branches = branchesOf(node);
  const [guard, ...others] = branches?.pairs ?? [];
  if (branches === undefined || guard === undefined || others.length > 0 || !isFalse(guard.result))
    return [node];
  // "False where something is missing, else ..." is that it is there, and ...
  // A test does without the "!!" that makes a boolean of the names.
  const names = missingNames(guard.test) ?? missingNames(operation('!!', [guard.test]));
  if (names === null) return [node];
  return [...names.map((name) => ({ kind: 'present' as const, name })), ...partsOf(branches.otherwise)];
}

/** The conditions one of which must hold for `part` to hold, where they are few. */
function choicesOf(part: Part): readonly ExpressionNode[] {
  if (part.kind !== 'operation' || connects(part) !== 'any') return [];
  return part.operands.length <= maxChoices ? part.operands : [];
}

/** Puts the question whether a name has a value in front of the first part that reads it; a part that is the name asks it itself. */
function inOrder(parts: readonly Part[]): readonly Part[] {
  const asked = new Map<string, Part>();
  for (const part of parts) if (part.kind === 'present') asked.set(part.name, part);
  if (asked.size === 0) return parts;
  const ordered: Part[] = [];
  for (const part of parts) {
    if (part.kind === 'present') continue;
    if (part.kind === 'variable') asked.delete(part.name);
    for (const name of part.kind === 'variable' ? [] : variablesOf(part)) {
      const question = asked.get(name);
      if (question === undefined) continue;
      asked.delete(name);
      ordered.push(question);
    }
    ordered.push(part);
  }
  return [...ordered, ...asked.values()];
}

/**
 * Writes branches as statements that return. An input is read where the way to the result first comes past it, so that a subject
 * whose first facts decide costs no more than these.
 */
export class FlowWriter {
  readonly #source: FlowSource;
  /** Inputs read on every way to here, and on some way. */
  #read: ReadonlySet<string>;
  readonly #begun = new Set<string>();

  /** @param read - inputs that are read before the statements */
  constructor(source: FlowSource, read: Iterable<string>) {
    this.#source = source;
    this.#read = new Set(read);
  }

  /** Inputs that the statements read; each is to be declared before them. */
  get inputs(): ReadonlySet<string> {
    return this.#begun;
  }

  /** Statements that return what the first branch that holds gives. */
  branches({ pairs, otherwise }: Branches, depth = 0): string {
    const statements = pairs.map(({ test, result }) => this.#where(partsOf(test), result, depth));
    return `${statements.join('')}${this.#result(otherwise, depth)}`;
  }

  #result(node: ExpressionNode, depth: number): string {
    const branches = depth < maxDepth ? this.#source.branchesOf(node) : null;
    if (branches !== null) return this.branches(branches, depth + 1);
    const source = this.#source.emit(node);
    return `${this.#reads(this.#unread())}return ${source};\n`;
  }

  /** Inputs that what was emitted last needs and that are not read on every way to here. */
  #unread(): readonly string[] {
    return [...this.#source.takeNames()].filter(
      (name) => this.#source.isInput(name) && !this.#read.has(name),
    );
  }

  #textOf(part: Part): string {
    if (part.kind === 'present') return `${this.#source.nameOf(part.name)} !== null`;
    // What is missing is not true either.
    if (part.kind === 'variable') return `${this.#source.nameOf(part.name)} === true`;
    return this.#source.emit(part);
  }

  /** Statements that read inputs; where another way here may have read one already, it is not read again. */
  #reads(names: readonly string[]): string {
    if (names.length === 0) return '';
    this.#read = new Set([...this.#read, ...names]);
    const statements = names.map((name) => {
      const statement = this.#source.read(name);
      if (this.#begun.has(name)) return `if (${this.#source.nameOf(name)} === undefined) { ${statement} }\n`;
      this.#begun.add(name);
      return `${statement}\n`;
    });
    return statements.join('');
  }

  /** Statements that return `result` where all parts hold, and go on otherwise. */
  #where(parts: readonly Part[], result: ExpressionNode, depth: number): string {
    const ordered = inOrder(parts);
    let [text, ends] = ['', ''];
    let tests: string[] = [];
    let readBefore: ReadonlySet<string> | null = null;
    const open = (): void => {
      if (tests.length === 0) return;
      text += `if (${tests.join(' && ')}) {\n`;
      ends += '}\n';
      tests = [];
      // What is read from here on is only read where the parts before hold.
      readBefore ??= this.#read;
    };
    let isDone = false;
    for (const [index, part] of ordered.entries()) {
      const source = this.#textOf(part);
      const unread = this.#unread();
      if (unread.length > 0) open();
      const choices = index === ordered.length - 1 ? choicesOf(part) : [];
      if (unread.length > 0 && choices.length > 0 && result.kind === 'literal' && depth < maxDepth) {
        text += choices.map((choice) => this.#where(partsOf(choice), result, depth + 1)).join('');
        isDone = true;
        break;
      }
      text += this.#reads(unread);
      tests.push(source);
    }
    open();
    text += `${isDone ? '' : this.#result(result, depth)}${ends}`;
    if (readBefore !== null) this.#read = readBefore;
    return text;
  }
}
