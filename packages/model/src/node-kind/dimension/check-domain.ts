import { typeNames } from '@terrace/expression';
import type { CheckContext } from '../../check/check-context.js';
import type { DimensionNode } from './dimension-node.js';
import { afterChinese, beforeChinese, valueWords } from '../../explain/words.js';

type Path = readonly (string | number)[];

const isNumeric = (node: DimensionNode): boolean =>
  node.valueType === 'number' || node.valueType === 'duration';

/** The ends and steps of a dimension with numbers. */
function checkRange(node: DimensionNode, path: Path, context: CheckContext): void {
  const { minimum, maximum, step } = node.domain ?? {};
  if (minimum === undefined && maximum === undefined && step === undefined) return;
  if (!isNumeric(node)) {
    context.report(
      'DOMAIN_WITHOUT_USE',
      path,
      `Only numbers have a smallest, a largest and steps; this dimension is ${typeNames[node.valueType].en}. Remove them.`,
      `只有数字才有最小值、最大值和步长，该维度是${typeNames[node.valueType]['zh-CN']}。请移除。`,
      { nodeId: node.id, severity: 'warning' },
    );
    return;
  }
  if (minimum !== undefined && maximum !== undefined && Number(minimum) > Number(maximum))
    context.report(
      'EMPTY_RANGE',
      [...path, 'maximum'],
      `No value lies between ${minimum} and ${maximum}. Put the smaller number first.`,
      `${minimum} 与 ${maximum} 之间没有任何值，请把较小的数放在前面。`,
      { nodeId: node.id },
    );
  if (step !== undefined && Number(step) <= 0)
    context.report(
      'POSITIVE_EXPECTED',
      [...path, 'step'],
      `Values lie a step above 0 apart, not ${step}. Write 1 for whole numbers, 0.01 for cents.`,
      `步长必须大于 0，现为 ${step}。整数请填 1，精确到分请填 0.01。`,
      { nodeId: node.id, details: { value: step } },
    );
}

/** The options of an enumeration: some, each once, and the default among them. */
function checkOptions(node: DimensionNode, path: Path, context: CheckContext): void {
  const { options } = node.domain ?? {};
  if (node.valueType !== 'enumeration') {
    if (options !== undefined)
      context.report(
        'DOMAIN_WITHOUT_USE',
        [...path, 'options'],
        `Only an enumeration has options; this dimension is ${typeNames[node.valueType].en}. Make it an enumeration, or remove them.`,
        `只有选项类型才有可选项，该维度是${typeNames[node.valueType]['zh-CN']}。请将类型改为选项，或移除可选项。`,
        { nodeId: node.id, severity: 'warning' },
      );
    return;
  }
  if (options === undefined) {
    context.report(
      'OPTIONS_NEEDED',
      path,
      'An enumeration is one of its options, and this one has none. List them, or declare it as text.',
      '选项类型需要列出可选项，此处没有。请填写可选项，或将类型改为文本。',
      { nodeId: node.id },
    );
    return;
  }
  options.forEach((option, index) => {
    const earlier = options.indexOf(option);
    if (earlier < index)
      context.report(
        'DUPLICATE_OPTION',
        [...path, 'options', index],
        `"${option}" is an option twice. Remove one of them.`,
        `可选项“${option}”重复，请移除其中一个。`,
        { nodeId: node.id, severity: 'warning', details: { option, first: earlier } },
      );
  });
  if (node.missing.policy === 'default' && !options.includes(String(node.missing.value)))
    context.report(
      'WRONG_DEFAULT',
      [...path.slice(0, -1), 'missing', 'value'],
      `The default ${JSON.stringify(node.missing.value)} is none of the options: ${options.join(', ')}. Choose one of them.`,
      `默认值${beforeChinese(afterChinese(valueWords(node.missing.value, 'zh-CN')))}不在可选项中：${options.join('、')}。请从中选择。`,
      { nodeId: node.id, details: { value: node.missing.value, options } },
    );
}

/** Checks which values a dimension says it can have. */
export function checkDomain(node: DimensionNode, path: Path, context: CheckContext): void {
  const domainPath = [...path, 'domain'];
  checkRange(node, domainPath, context);
  checkOptions(node, domainPath, context);
}
