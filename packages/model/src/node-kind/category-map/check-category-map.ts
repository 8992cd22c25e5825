import { checkExpression, literal, operation, typeNames, variable } from '@terrace/expression';
import { valueFits } from '../../cell/value-fits.js';
import type { CheckContext } from '../../check/check-context.js';
import { checkOutputs } from '../check-outputs.js';
import type { CategoryMapNode } from './category-map-node.js';
import { afterChinese, beforeChinese, valueWords } from '../../explain/words.js';

type Path = readonly (string | number)[];

/** Checks the values of the entries against the type of the input. */
function checkValues(node: CategoryMapNode, path: Path, context: CheckContext): void {
  const declaration = context.checkValue(node.input, [...path, 'input'], node.id);
  const seen = new Map<number | string | boolean, number>();
  node.entries.forEach((entry, index) => {
    entry.values.forEach((value, position) => {
      const valuePath = [...path, 'entries', index, 'values', position];
      if (declaration !== null) {
        if (valueFits(value, declaration.type)) {
          const test = operation('==', [variable(node.input), literal(value)]);
          const { issues } = checkExpression(test, context.values);
          context.adopt(
            issues.map((issue) => ({ ...issue, path: [] })),
            valuePath,
            node.id,
          );
        } else
          context.report(
            'WRONG_CATEGORY_TYPE',
            valuePath,
            `"${context.nameOf(node.input, 'en')}" is ${typeNames[declaration.type].en}; ${JSON.stringify(value)} is never its value. Give ${typeNames[declaration.type].en}, or remove it.`,
            `“${context.nameOf(node.input, 'zh-CN')}”是${typeNames[declaration.type]['zh-CN']}，其值不可能是${afterChinese(valueWords(value, 'zh-CN'))}。请改填${typeNames[declaration.type]['zh-CN']}，或将其移除。`,
            { nodeId: node.id, details: { type: declaration.type, value } },
          );
      }
      const earlier = seen.get(value);
      if (earlier === undefined) seen.set(value, index);
      else
        context.report(
          'DUPLICATE_CATEGORY',
          valuePath,
          earlier === index
            ? `${JSON.stringify(value)} stands twice in entry ${index + 1}. Remove one of them.`
            : `${JSON.stringify(value)} stands in entries ${earlier + 1} and ${index + 1}; the first counts. Remove it from one of them.`,
          earlier === index
            ? `${beforeChinese(valueWords(value, 'zh-CN'))}在第 ${index + 1} 项中重复，请移除其中一个。`
            : `${beforeChinese(valueWords(value, 'zh-CN'))}同时出现在第 ${earlier + 1} 项和第 ${index + 1} 项，以前者为准。请从其中一项移除。`,
          { nodeId: node.id, severity: 'warning', details: { value, first: earlier } },
        );
    });
  });
}

/** Values of the input that no entry names, where all of them are known and nothing stands for the others. */
function checkCoverage(node: CategoryMapNode, path: Path, context: CheckContext): void {
  const possible = context.outputsOf(node.input);
  if (possible === null || node.otherwise !== undefined) return;
  const named = new Set(node.entries.flatMap((entry) => entry.values));
  const open = possible.filter((value) => !named.has(value));
  if (open.length === 0) return;
  const shown = open.slice(0, 10).map((value) => JSON.stringify(value));
  context.report(
    'UNCOVERED_CATEGORIES',
    [...path, 'entries'],
    `Nothing is given for ${shown.join(', ')}${open.length > shown.length ? ' and others' : ''}. Add entries, or say what all others get.`,
    `${beforeChinese(
      open
        .slice(0, 10)
        .map((value) => valueWords(value, 'zh-CN'))
        .join('、'),
    )}${open.length > shown.length ? '等' : ''}没有对应的输出。请添加条目，或填写“其他”的输出。`,
    { nodeId: node.id, severity: 'warning', details: { values: open } },
  );
}

/** Checks a category map: input, values, outputs. */
export function checkCategoryMap(node: CategoryMapNode, path: Path, context: CheckContext): void {
  checkValues(node, path, context);
  checkCoverage(node, path, context);
  checkOutputs(
    [
      ...node.entries.map((entry, index) => ({
        value: entry.output,
        path: [...path, 'entries', index, 'output'],
      })),
      { value: node.otherwise, path: [...path, 'otherwise'] },
      { value: node.missing, path: [...path, 'missing'] },
    ],
    [...path, 'entries'],
    node.id,
    context,
  );
}
