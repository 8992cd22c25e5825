import { compareWith } from '../../cell/compare-with.js';
import type { ExplainContext, NodeExplanation } from '../../explain/explain-context.js';
import {
  afterChinese,
  inBoth,
  innerName,
  leadingName,
  nameWords,
  quote,
  unitOf,
  valueWords,
} from '../../explain/words.js';
import { cellAt } from './matrix-cells.js';
import type { MatrixNode } from './matrix-node.js';

/** "Amount band “high” and loyalty band “low” meet at “Gold”." */
export function explainMatrix(node: MatrixNode, context: ExplainContext): NodeExplanation {
  const read = node.axes.map((axis) => {
    const value = context.values.get(axis.input) ?? null;
    const declaration = context.declarations[axis.input];
    const position =
      value === null || value === ''
        ? -1
        : axis.values.findIndex((each) => compareWith(value, each, declaration) === 0);
    return { axis, value, position, input: context.nodes.get(axis.input) ?? node };
  });
  const isInside = read.every(({ position }) => position >= 0);
  const cell = isInside
    ? cellAt(
        node,
        read.map(({ position }) => position),
      )
    : null;
  const id = cell === null ? null : (node.cells[cell] ?? null);
  return {
    decidedBy: cell === null ? null : String(cell),
    sentence: inBoth((language) => {
      const isEnglish = language === 'en';
      const places = read.map(({ axis, value, input }, index) => {
        const name = index === 0 ? leadingName(input, language) : innerName(input, language);
        const options = { unit: unitOf(input), isNumber: context.numbers.has(axis.input) };
        const words = valueWords(value, language, options);
        if (isEnglish) return `${name} is ${words}`;
        return value === null || value === '' ? `${name}缺失` : `${name}为${afterChinese(words)}`;
      });
      const place = places.join(isEnglish ? ', ' : '，');
      const tier = id === null ? undefined : context.nodes.get(id);
      if (id !== null) {
        const name = quote(tier === undefined ? id : nameWords(tier, language));
        return isEnglish
          ? `${place}: the cell of the matrix gives the tier ${name}.`
          : `${place}，对应矩阵单元格的层级为${name}。`;
      }
      if (isInside)
        return isEnglish
          ? `${place}: the cell of the matrix gives no tier.`
          : `${place}，对应的矩阵单元格未设置层级。`;
      return isEnglish ? `${place}: that is not in the matrix.` : `${place}，不在矩阵范围内。`;
    }),
  };
}
