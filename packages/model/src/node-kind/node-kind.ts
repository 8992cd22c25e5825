import type { ExpressionNode, InputDeclaration } from '@terrace/expression';
import type { CheckContext } from '../check/check-context.js';
import type { Language } from '../document/localized-text.js';
import type { ModelDocument } from '../document/model-document.js';
import type { ModelNode } from '../document/node.js';
import type { ExplainContext, NodeExplanation } from '../explain/explain-context.js';
import type { NodeRules, Rule } from '../rule/rule.js';
import type { Decider } from './decider.js';
import type { SayContext } from './say-context.js';

/** A text in both languages. */
interface Words {
  readonly en: string;
  readonly 'zh-CN': string;
}

/** Everything the model knows of a kind of nodes; nothing outside `node-kind` looks at a node's kind to decide what it means. */
export interface NodeKind<Node extends ModelNode> {
  /** "a dimension" / "维度" */
  readonly words: Words;
  /** The type of the value a node yields, as far as the node alone tells; null for one that yields none. */
  declaration(node: Node): InputDeclaration | null;
  /** Every value it can have, where they are few and the node alone tells them; absent for a kind whose values are any. */
  outputs?(node: Node): readonly (number | string | boolean)[] | null;
  /** Ids of the nodes whose values it reads, each once, in the order they stand. */
  references(node: Node): readonly string[];
  /** The ways to tiers that it offers; null for a node that routes nobody. */
  rules(node: Node): NodeRules | null;
  /** Its value over dimensions and other nodes, missing values not yet written out; null for one that computes nothing. */
  source(node: Node, document: ModelDocument): ExpressionNode | null;
  /** Which parts of it decide; absent for a kind without parts. */
  deciders?(node: Node): readonly Decider[];
  check(node: Node, path: readonly (string | number)[], context: CheckContext): void;
  /** How a rule of it is called and what it asks, for "row 4 of “Segments” holds (…)"; absent: its name and its condition in words. */
  ruleWords?(
    node: Node,
    rule: Rule,
    context: ExplainContext,
    language: Language,
  ): { readonly subject: string; readonly words: string };
  /** What it computes, in words, after its name and a colon: "days since last order below 115: score 5; …". Absent or null: its rules say it all. */
  say?(node: Node, context: SayContext): string | null;
  /** What it says of one subject; null where there is nothing to say. */
  explain(node: Node, context: ExplainContext): NodeExplanation | null;
}
