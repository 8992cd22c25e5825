import type { CheckContext } from '../../check/check-context.js';
import type { BandsNode } from './bands-node.js';

type Path = readonly (string | number)[];

/** Steps or shares in ascending order, none twice. */
function checkAscending(
  texts: readonly string[],
  path: Path,
  words: { readonly en: string; readonly 'zh-CN': string },
  node: BandsNode,
  context: CheckContext,
): void {
  texts.forEach((text, index) => {
    const before = texts[index - 1];
    if (before === undefined || Number(text) > Number(before)) return;
    context.report(
      'NOT_ASCENDING',
      [...path, index],
      `${words.en} ${text} does not lie above ${before}, the one before it. Put them in ascending order, each once.`,
      `${words['zh-CN']} ${text} 没有大于前一个（${before}）。请按从小到大排列，且不要重复。`,
      { nodeId: node.id },
    );
  });
}

/** Checks what a calibration method is given: the sides of bands it can have, its steps and shares. */
export function checkCalibration(node: BandsNode, path: Path, context: CheckContext): void {
  const { cuts } = node;
  const isAtValues = cuts.method === 'topShare' || cuts.method === 'naturalBreaks';
  if (isAtValues && node.closed === 'right')
    context.report(
      'WRONG_CLOSED_SIDE',
      [...path, 'closed'],
      `These cut points are values of subjects that belong to the band above, so a value on a cut point must count as above it. Set "closed" to "left".`,
      '该方式的分界点取自上一档对象的取值，等于分界点的值应归入上一档。请改为含下界（closed: left）。',
      { nodeId: node.id },
    );
  if (cuts.method === 'standardDeviation')
    checkAscending(
      cuts.steps,
      [...path, 'cuts', 'steps'],
      { en: 'Step', 'zh-CN': '标准差倍数' },
      node,
      context,
    );
  if (cuts.method !== 'topShare') return;
  const sharesPath = [...path, 'cuts', 'shares'];
  checkAscending(cuts.shares, sharesPath, { en: 'Share', 'zh-CN': '占比' }, node, context);
  cuts.shares.forEach((share, index) => {
    if (Number(share) > 0 && Number(share) <= 100) return;
    context.report(
      'SHARE_OUT_OF_RANGE',
      [...sharesPath, index],
      `A share lies above 0 % and is at most 100 %; ${share} does not. For the top 5 % write 5.`,
      `占比应大于 0% 且不超过 100%，${share} 超出范围。前 5% 请填 5。`,
      { nodeId: node.id, details: { share } },
    );
  });
}
