import { compareWith } from '../../cell/compare-with.js';
import type { ExplainContext, NodeExplanation } from '../../explain/explain-context.js';
import { leadingReadWords, readWords } from '../../explain/read-words.js';
import { inBoth, nameWords, quote } from '../../explain/words.js';
import { cellAt } from './matrix-cells.js';
import type { MatrixNode } from './matrix-node.js';

/** "Amount band “high” and loyalty band “low” meet at “Gold”." */
export function explainMatrix(node: MatrixNode, context: ExplainContext): NodeExplanation {
  const positions = node.axes.map((axis) => {
    const value = context.values.get(axis.input) ?? null;
    const declaration = context.declarations[axis.input];
    if (value === null || value === '') return -1;
    return axis.values.findIndex((each) => compareWith(value, each, declaration) === 0);
  });
  const isInside = positions.every((position) => position >= 0);
  const cell = isInside ? cellAt(node, positions) : null;
  const id = cell === null ? null : (node.cells[cell] ?? null);
  return {
    decidedBy: cell === null ? null : String(cell),
    sentence: inBoth((language) => {
      const isEnglish = language === 'en';
      const places = node.axes.map(({ input }, index) =>
        index === 0 ? leadingReadWords(input, context, language) : readWords([input], context, language),
      );
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
