import { typeNames } from '@terrace/expression';
import type { CheckContext } from '../../check/check-context.js';
import { localize } from '../../document/localized-text.js';
import { familyOf } from '../../graph/type-family.js';
import { checkParameters } from '../../template/check-parameters.js';
import { checkFormula } from '../formula/check-formula.js';
import type { CustomNode } from './custom-node.js';
import { formulaOf } from './formula-of.js';

type Path = readonly (string | number)[];

function checkInputs(node: CustomNode, path: Path, context: CheckContext): boolean {
  let isConnected = true;
  for (const { id, name, type } of node.definition.inputs) {
    const place = [...path, 'inputs', id];
    const source = Object.hasOwn(node.inputs, id) ? node.inputs[id] : undefined;
    if (source === undefined) {
      isConnected = false;
      context.report(
        'INPUT_NOT_CONNECTED',
        place,
        `Nothing is connected to "${localize(name, 'en')}". Connect a node that gives ${typeNames[type].en}.`,
        `“${localize(name, 'zh-CN')}”尚未连接。请连接一个值为${typeNames[type]['zh-CN']}的节点。`,
        { nodeId: node.id, details: { input: id } },
      );
      continue;
    }
    const declared = context.checkValue(source, place, node.id);
    if (declared === null) isConnected = false;
    else if (familyOf(declared.type) !== familyOf(type))
      context.report(
        'WRONG_INPUT_TYPE',
        place,
        `"${localize(name, 'en')}" needs ${typeNames[type].en}, but "${context.nameOf(source, 'en')}" is ${typeNames[declared.type].en}. Connect another node.`,
        `“${localize(name, 'zh-CN')}”需要${typeNames[type]['zh-CN']}，而“${context.nameOf(source, 'zh-CN')}”是${typeNames[declared.type]['zh-CN']}。请连接其他节点。`,
        { nodeId: node.id, details: { expected: type, actual: declared.type } },
      );
  }
  return isConnected;
}

function checkUnknownInputs(
  { id: nodeId, inputs, definition }: CustomNode,
  path: Path,
  context: CheckContext,
): void {
  const known = definition.inputs.map(({ id }) => id);
  for (const id of Object.keys(inputs))
    if (!known.includes(id))
      context.report(
        'UNKNOWN_INPUT',
        [...path, 'inputs', id],
        `This kind of node has no input "${id}"; there are: ${known.join(', ') || 'none'}. Remove it.`,
        `此类节点没有输入“${id}”，可用：${known.join('、') || '无'}。请移除。`,
        { nodeId, details: { id } },
      );
}

/** Checks that every input is connected to a value of its type, that parameters are within their bounds, and the formula they make. */
export function checkCustom(node: CustomNode, path: Path, context: CheckContext): void {
  checkUnknownInputs(node, path, context);
  context.adopt(checkParameters(node.definition.parameters, node.parameters).issues, path, node.id);
  if (checkInputs(node, path, context)) checkFormula(formulaOf(node), [...path, 'definition'], context);
}
