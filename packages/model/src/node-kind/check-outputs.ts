import type { CheckContext } from '../check/check-context.js';

type Path = readonly (string | number)[];

/** An output and its place; undefined for one that is not given. */
export interface OutputAt {
  readonly value: number | string | undefined;
  readonly path: Path;
}

/** Checks that the outputs of a node are all numbers or all texts, and that no text is empty. */
export function checkOutputs(
  outputs: readonly OutputAt[],
  path: Path,
  nodeId: string,
  context: CheckContext,
): void {
  const kinds = new Set(outputs.flatMap(({ value }) => (value === undefined ? [] : [typeof value])));
  if (kinds.size > 1)
    context.report(
      'MIXED_OUTPUTS',
      path,
      'Some outputs are numbers and some are text. Use scores or labels, not both.',
      '输出中既有数字又有文本，请统一使用得分或标签。',
      { nodeId },
    );
  for (const { value, path: place } of outputs)
    if (value === '')
      context.report(
        'EMPTY_LABEL',
        place,
        'A label cannot be empty: an empty text counts as missing. Give it a label, or remove it.',
        '标签不能为空，空文本会被视为缺失。请填写标签或移除该项。',
        { nodeId },
      );
}
