import { typeNames } from '@terrace/expression';
import { add, compare, decimalText, fraction, fractionOf, subtract } from '../../calibration/fraction.js';
import type { CheckContext } from '../../check/check-context.js';
import { localize } from '../../document/localized-text.js';
import type { ScorecardNode, WeightSet } from './scorecard-node.js';

type Path = readonly (string | number)[];

const hundred = fraction(100n);
const zero = fraction(0n);

/** Weights of one set: of every item, none below 0, together 100 %. */
function checkSet(node: ScorecardNode, set: WeightSet, path: Path, context: CheckContext): void {
  const weightsPath = [...path, 'weights'];
  const ids = new Set(node.items.map((item) => item.id));
  const list = [...ids];
  for (const [id, weight] of Object.entries(set.weights)) {
    if (!ids.has(id))
      context.report(
        'UNKNOWN_ITEM',
        [...weightsPath, id],
        `There is no item "${id}" to weight. Items: ${list.join(', ')}.`,
        `没有评分项“${id}”。现有评分项：${list.join('、')}。`,
        { nodeId: node.id, details: { item: id } },
      );
    if (Number(weight) < 0)
      context.report(
        'NEGATIVE_WEIGHT',
        [...weightsPath, id],
        `The weight of "${id}" is ${weight}. Weights are 0 or more; give negative points instead.`,
        `“${id}”的权重为 ${weight}。权重不能为负数，请改用负的得分。`,
        { nodeId: node.id, details: { item: id } },
      );
  }
  const without = list.filter((id) => !Object.hasOwn(set.weights, id));
  if (without.length > 0)
    context.report(
      'WEIGHT_MISSING',
      weightsPath,
      `${without.map((id) => `"${id}"`).join(', ')} has no weight in "${localize(set.name, 'en')}". Give one, or 0 to leave it out.`,
      `“${localize(set.name, 'zh-CN')}”中缺少${without.map((id) => `“${id}”`).join('、')}的权重。请填写权重，不计入时填 0。`,
      { nodeId: node.id, details: { items: without } },
    );
  const sum = Object.values(set.weights).map(fractionOf).reduce(add, zero);
  const order = compare(sum, hundred);
  if (order === 0) return;
  const total = decimalText(sum);
  const difference = decimalText(order > 0 ? subtract(sum, hundred) : subtract(hundred, sum));
  const [en, chinese] =
    order > 0
      ? [`Take ${difference} off one of them.`, `请调减共 ${difference}。`]
      : [`Add ${difference} to one of them.`, `请调增共 ${difference}。`];
  context.report(
    'WEIGHTS_DO_NOT_SUM',
    weightsPath,
    `The weights of "${localize(set.name, 'en')}" sum to ${total} %, not 100 %. ${en}`,
    `“${localize(set.name, 'zh-CN')}”的权重合计为 ${total}%，应为 100%。${chinese}`,
    { nodeId: node.id, details: { set: set.id, sum: total, difference } },
  );
}

function checkContext(node: ScorecardNode, path: Path, context: CheckContext): void {
  const { context: id, weightSets = [] } = node;
  if (id === undefined) {
    if (weightSets.length > 1)
      context.report(
        'CONTEXT_NEEDED',
        [...path, 'weightSets'],
        `Only the first of ${weightSets.length} weight sets is ever used. Connect a context whose value names a set, or remove the others.`,
        `共有 ${weightSets.length} 套权重，但只会使用第一套。请连接一个取值为权重标识的场景输入，或移除其余权重。`,
        { nodeId: node.id, severity: 'warning' },
      );
    return;
  }
  const contextPath = [...path, 'context'];
  if (weightSets.length === 0)
    context.report(
      'CONTEXT_WITHOUT_USE',
      contextPath,
      'There are no weight sets to choose from. Add some, or remove the context.',
      '没有可供选择的权重。请添加权重，或移除场景输入。',
      { nodeId: node.id, severity: 'warning' },
    );
  const declaration = context.checkValue(id, contextPath, node.id);
  if (declaration === null) return;
  if (declaration.type !== 'text' && declaration.type !== 'enumeration') {
    context.report(
      'TEXT_EXPECTED',
      contextPath,
      `The context names a weight set by text; "${id}" is ${typeNames[declaration.type].en}. Connect a text or a category map.`,
      `场景输入应为权重标识文本，“${id}”是${typeNames[declaration.type]['zh-CN']}。请连接文本或类别映射。`,
      { nodeId: node.id, details: { type: declaration.type } },
    );
    return;
  }
  const possible = context.outputsOf(id);
  weightSets.slice(1).forEach((set, index) => {
    if (possible === null || possible.includes(set.id)) return;
    context.report(
      'UNREACHABLE_WEIGHT_SET',
      [...path, 'weightSets', index + 1, 'id'],
      `"${id}" is never "${set.id}", so these weights are never used. It can be: ${possible.join(', ')}.`,
      `“${id}”不会取值“${set.id}”，该套权重永远不会使用。可能的取值：${possible.join('、')}。`,
      { nodeId: node.id, severity: 'warning', details: { set: set.id, values: possible } },
    );
  });
}

/** Checks the weight sets of a scorecard, and what chooses between them. */
export function checkWeights(node: ScorecardNode, path: Path, context: CheckContext): void {
  const seen = new Map<string, number>();
  node.weightSets?.forEach((set, index) => {
    const setPath = [...path, 'weightSets', index];
    const earlier = seen.get(set.id);
    if (earlier === undefined) seen.set(set.id, index);
    else
      context.report(
        'DUPLICATE_SET_ID',
        [...setPath, 'id'],
        `Weight sets ${earlier + 1} and ${index + 1} have the same id "${set.id}". Give one of them another.`,
        `第 ${earlier + 1} 套与第 ${index + 1} 套权重的标识“${set.id}”重复，请修改其中一个。`,
        { nodeId: node.id },
      );
    checkSet(node, set, setPath, context);
  });
  checkContext(node, path, context);
}
