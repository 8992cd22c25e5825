import { CsvReader } from './read/csv-reader.js';
import type { SetAside } from './read/read-rows.js';
import { refusal } from './read/refusal.js';
import type { RowPlan } from './read/row-plan.js';
import { decode, type ByteSource, type TextFormat } from './read/text-file.js';
import type { RepeatedId } from './store/store-events.js';

/** Sets aside the rows whose id an earlier row has with other content; reads the file again for their cells. */
export async function setAsideRepeated(
  repeated: readonly RepeatedId[],
  source: ByteSource,
  format: TextFormat,
  plan: RowPlan,
): Promise<SetAside[]> {
  const cellsOf = new Map<number, string[]>(repeated.map(({ line }) => [line, []]));
  const csv = new CsvReader(format, (line, cells) => {
    if (cellsOf.has(line)) cellsOf.set(line, cells);
  });
  for await (const text of decode(source, format.encoding)) csv.write(text);
  csv.end();
  const column = plan.columns.find(({ target }) => target.kind === 'key' && target.id === 'id');
  return repeated.map(({ line, firstLine, id }) => ({
    line,
    column: column?.header ?? null,
    value: id.slice(0, 200),
    cells: cellsOf.get(line) ?? [],
    refusal: refusal(
      'ID_REPEATED',
      `Line ${firstLine} has the same id with other content. If one id stands in several rows, do not map it as the id.`,
      `第 ${firstLine} 行已有相同编号但内容不同。如果同一编号会出现在多行中，请不要将其映射为事件编号。`,
    ),
  }));
}
