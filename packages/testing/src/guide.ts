import { readFileSync } from 'node:fs';

/** A fenced block of a guide. */
export interface GuideBlock {
  /** `json`, `sh`, … */
  readonly language: string;
  /** What stands behind the language: `file=hotel/plugin.json` names a file that the block is, other words say how commands are run. */
  readonly note: string;
  readonly text: string;
  /** Line of its fence, from 1. */
  readonly line: number;
}

/**
 * The fenced blocks of a Markdown file, so that a test can make the files and run the commands that a guide shows.
 * @throws Error for a fence that is not closed
 */
export function readGuide(path: string): GuideBlock[] {
  const blocks: GuideBlock[] = [];
  let open: { language: string; note: string; line: number; lines: string[] } | undefined;
  for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    const fence = /^```(\S*)\s*(.*)$/.exec(line);
    if (open === undefined && fence !== null)
      open = { language: fence[1] ?? '', note: (fence[2] ?? '').trim(), line: index + 1, lines: [] };
    else if (open !== undefined && line === '```') {
      const { lines, ...rest } = open;
      blocks.push({ ...rest, text: `${lines.join('\n')}\n` });
      open = undefined;
    } else open?.lines.push(line);
  }
  if (open !== undefined) throw new Error(`${path}:${open.line}: the block is not closed`);
  return blocks;
}

/** The file that a block is; undefined for one that is none. */
export function fileOf({ note }: GuideBlock): string | undefined {
  return /^file=(\S+)$/.exec(note)?.[1];
}
