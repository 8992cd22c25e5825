import {
  checkExpression,
  childrenOf,
  ExpressionError,
  parseExpression,
  writeOutMissing,
  type CheckResult,
  type ExpressionIssue,
  type ExpressionNode,
  type InputDeclaration,
} from '@terrace/expression';
import type { KnownCode } from '../catalog/known-code.js';
import type { RecordTypes } from '../catalog/record-type.js';
import type { Issue } from '../document/issue.js';
import type { JsonLogic } from '../document/json-logic.js';
import type { Language } from '../document/localized-text.js';
import type { ModelDocument } from '../document/model-document.js';
import type { ModelNode } from '../document/node.js';
import { localizedName } from '../explain/words.js';
import { outputsOf } from '../graph/outputs-of.js';
import { declarationOfNode } from '../graph/value-declaration.js';
import { previousInputs } from '../lifecycle/previous-inputs.js';
import { kindOf } from '../node-kind/registry.js';
import { makeIssue, type IssueOptions } from './make-issue.js';

type Path = readonly (string | number)[];

function isTooLarge(node: ExpressionNode, inputs: Readonly<Record<string, InputDeclaration>>): boolean {
  // What holds nothing that holds something else hardly grows.
  if (childrenOf(node).every((child) => childrenOf(child).length === 0)) return false;
  try {
    writeOutMissing(node, inputs);
    return false;
  } catch (fault) {
    if (fault instanceof ExpressionError && fault.code === 'TOO_LARGE') return true;
    throw fault;
  }
}

/** What the check of a node sees of its document, and where it puts what it finds. */
export class CheckContext {
  readonly issues: Issue[] = [];
  readonly document: ModelDocument;
  readonly types: RecordTypes | undefined;
  readonly code: KnownCode | undefined;
  /** The first node of each id. */
  readonly nodes: ReadonlyMap<string, ModelNode>;
  /** Declarations of everything that has a value, `previous.*` included. */
  readonly values: Readonly<Record<string, InputDeclaration>>;
  /** Declarations of dimensions alone. */
  readonly dimensions: Readonly<Record<string, InputDeclaration>>;

  constructor(document: ModelDocument, types: RecordTypes | undefined, code?: KnownCode) {
    this.document = document;
    this.types = types;
    this.code = code;
    const nodes = new Map<string, ModelNode>();
    const values: Record<string, InputDeclaration> = { ...previousInputs };
    const dimensions: Record<string, InputDeclaration> = {};
    for (const node of document.nodes) {
      if (nodes.has(node.id)) continue;
      nodes.set(node.id, node);
      const declaration = declarationOfNode(node);
      if (declaration === null) continue;
      values[node.id] = declaration;
      if (node.kind === 'dimension') dimensions[node.id] = declaration;
    }
    this.nodes = nodes;
    this.values = values;
    this.dimensions = dimensions;
  }

  /** Every value the node `id` can have besides none; null where that is not known. */
  outputsOf(id: string): readonly (number | string | boolean)[] | null {
    const node = this.nodes.get(id);
    return node === undefined ? null : outputsOf(node);
  }

  /** What people call the node `id`: its name, or the id where there is no such node. */
  nameOf(id: string, language: Language): string {
    return localizedName(this.nodes.get(id), id, language);
  }

  /** Reports a fault. */
  report(code: string, path: Path, en: string, chinese: string, options: IssueOptions = {}): void {
    this.issues.push(makeIssue(code, path, en, chinese, options));
  }

  /** Takes over faults of what stands at `path`, such as an expression. */
  adopt(issues: readonly (ExpressionIssue | Issue)[], path: Path, nodeId?: string): void {
    for (const { details, ...issue } of issues)
      this.issues.push({
        ...issue,
        path: [...path, ...issue.path],
        ...(nodeId === undefined ? {} : { nodeId }),
        ...(details === undefined ? {} : { details: { ...details } }),
      });
  }

  /** Checks that `id` names a tier. */
  checkTier(id: string, path: Path, nodeId?: string): void {
    const options = { ...(nodeId === undefined ? {} : { nodeId }), details: { id } };
    const found = this.nodes.get(id);
    if (found?.kind === 'tier') return;
    const tiers = [...this.nodes.values()].filter((node) => node.kind === 'tier').map((node) => node.id);
    const [hint, zhHint] =
      tiers.length === 0
        ? ['Add a tier first.', '请先添加层级。']
        : [`Choose one of: ${tiers.join(', ')}.`, `请选择：${tiers.join('、')}。`];
    if (found === undefined)
      this.report(
        'UNKNOWN_TIER',
        path,
        `There is no tier "${id}". ${hint}`,
        `没有层级“${id}”。${zhHint}`,
        options,
      );
    else
      this.report(
        'NOT_A_TIER',
        path,
        `"${this.nameOf(id, 'en')}" is ${kindOf(found).words.en}, not a tier. ${hint}`,
        `“${this.nameOf(id, 'zh-CN')}”是${kindOf(found).words['zh-CN']}，不是层级。${zhHint}`,
        options,
      );
  }

  /** Checks that `id` names a node with a value, and gives what it is. */
  checkValue(id: string, path: Path, nodeId: string): InputDeclaration | null {
    const options = { nodeId, details: { id } };
    const found = this.nodes.get(id);
    if (found === undefined) {
      this.report(
        'UNKNOWN_INPUT',
        path,
        `There is no node "${id}". Connect a dimension, or remove this input.`,
        `没有节点“${id}”。请连接一个维度，或移除该输入。`,
        options,
      );
      return null;
    }
    const declaration = Object.hasOwn(this.values, id) ? this.values[id] : undefined;
    if (declaration !== undefined) return declaration;
    this.report(
      'INPUT_WITHOUT_VALUE',
      path,
      `"${id}" is ${kindOf(found).words.en} and has no value to read. Connect a node that computes one, such as a dimension, bands or a formula.`,
      `“${id}”是${kindOf(found).words['zh-CN']}，没有可读取的值。请连接能计算出值的节点，例如维度、分档或公式。`,
      options,
    );
    return null;
  }

  /**
   * Checks JSON Logic over `inputs`; without inputs only its form is checked.
   * @returns what it gives; null where that is not known
   */
  checkLogic(
    logic: JsonLogic,
    inputs: Readonly<Record<string, InputDeclaration>> | null,
    path: Path,
    nodeId?: string,
  ): CheckResult | null {
    const parsed = parseExpression(logic);
    if (!parsed.ok) {
      this.adopt(parsed.issues, path, nodeId);
      return null;
    }
    if (inputs === null) return null;
    const result = checkExpression(parsed.node, inputs);
    this.adopt(result.issues, path, nodeId);
    if (!result.issues.some((issue) => issue.severity === 'error') && isTooLarge(parsed.node, inputs))
      this.report(
        'TOO_LARGE',
        path,
        'The condition compares conditions inside conditions too deeply. Split it into several conditions.',
        '该条件内部嵌套比较的层数过多，请拆分为多个条件。',
        nodeId === undefined ? {} : { nodeId },
      );
    return result;
  }

  /** Checks JSON Logic that must be a condition over `inputs`; without inputs only its form is checked. */
  checkCondition(
    logic: JsonLogic,
    inputs: Readonly<Record<string, InputDeclaration>> | null,
    path: Path,
    nodeId?: string,
  ): void {
    const type = this.checkLogic(logic, inputs, path, nodeId)?.type ?? 'unknown';
    if (type === 'boolean' || type === 'names' || type === 'unknown') return;
    this.report(
      'CONDITION_EXPECTED',
      path,
      'This is a value, not a condition. Compare it with something, for example {">": [{"var": "amount"}, 100]}.',
      '这是一个值，而不是条件。请与某个值比较，例如 {">": [{"var": "amount"}, 100]}。',
      { ...(nodeId === undefined ? {} : { nodeId }), details: { type } },
    );
  }
}
