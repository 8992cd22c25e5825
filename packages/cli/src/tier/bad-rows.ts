import type { BadRow, Client } from '@terrace/client';
import { localize, type Language } from '@terrace/model';
import { stringify } from 'csv-stringify/sync';
import { writeFileAtomically } from '../output/write-file.js';
import type { Progress } from '../output/progress.js';
import { joinSentences, UsageError } from '../usage-error.js';
import type { ImportedFile } from './import-files.js';

/** How many bad rows of a file are shown; the whole list goes to the file of `--bad-rows`. */
const shownRows = 5;
const pageSize = 500;

async function firstBadRows(client: Client, importId: string): Promise<BadRow[]> {
  const { items } = await client.call('listBadRows', {
    params: { id: importId },
    query: { pageSize: shownRows },
  });
  return items;
}

function describe({ line, column, value, reason }: BadRow, language: Language): string {
  const text = joinSentences(localize(reason, language));
  const shown = value === null ? '' : ` (${JSON.stringify(value.slice(0, 60))})`;
  const place = column === null ? '' : language === 'en' ? `, column ${column}` : `，列 ${column}`;
  return language === 'en'
    ? `line ${line}${place}: ${text}${shown}`
    : `第 ${line} 行${place}：${text}${shown}`;
}

/**
 * Tells of the rows that were set aside: how many of each file, the first few, and where all of them are.
 * @returns how many there are
 * @throws UsageError when a file has no good row at all
 */
export async function reportBadRows(
  client: Client,
  imported: readonly ImportedFile[],
  progress: Progress,
  language: Language,
  listFile: string | undefined,
): Promise<number> {
  let total = 0;
  for (const { file, result } of imported) {
    const { rows, bad } = result.counts;
    total += bad;
    if (bad === 0) continue;
    const first = await firstBadRows(client, result.id);
    if (bad === rows) {
      const example = first[0];
      throw new UsageError(
        `No row of ${file.path} could be used${example ? `: ${describe(example, 'en')}` : '.'}`,
        `${file.path} 没有可用的数据行${example ? `：${describe(example, 'zh-CN')}` : '。'}`,
      );
    }
    progress.note(
      language === 'en'
        ? `${file.path}: ${bad} of ${rows} rows were set aside`
        : `${file.path}：共 ${rows} 行，其中 ${bad} 行有问题，未导入`,
    );
    for (const row of first) progress.note(`  ${describe(row, language)}`);
    if (bad <= first.length) continue;
    const rest = bad - first.length;
    const hint = listFile ?? '--bad-rows <csv>';
    progress.note(
      language === 'en' ? `  and ${rest} more, see ${hint}` : `  另有 ${rest} 行，完整清单见 ${hint}`,
    );
  }
  return total;
}

async function* lines(
  client: Client,
  imported: readonly ImportedFile[],
  language: Language,
): AsyncGenerator<string> {
  yield stringify([['file', 'line', 'column', 'value', 'code', 'reason']]);
  for (const { file, result } of imported)
    for (let page = 1, seen = 0; seen < result.counts.bad; page += 1) {
      const { items } = await client.call('listBadRows', {
        params: { id: result.id },
        query: { page, pageSize },
      });
      if (items.length === 0) break;
      seen += items.length;
      yield stringify(
        items.map(({ line, column, value, code, reason }) => [
          file.path,
          line,
          column,
          value,
          code,
          localize(reason, language),
        ]),
      );
    }
}

/** Writes every bad row of every file to `listFile`, as CSV. */
export async function writeBadRows(
  client: Client,
  imported: readonly ImportedFile[],
  language: Language,
  listFile: string,
): Promise<void> {
  await writeFileAtomically(listFile, lines(client, imported, language));
}
