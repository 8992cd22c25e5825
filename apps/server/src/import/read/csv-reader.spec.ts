import { describe, expect, it } from '@jest/globals';
import { CsvReader, type CsvFormat } from './csv-reader.js';

type Row = [line: number, cells: string[], damage?: string];

function read(pieces: readonly string[], format: Partial<CsvFormat> = {}): Row[] {
  const rows: Row[] = [];
  const csv = new CsvReader({ delimiter: ',', newline: '\n', ...format }, (line, cells, damage) =>
    rows.push(damage === undefined ? [line, cells] : [line, cells, damage]),
  );
  pieces.forEach((piece) => csv.write(piece));
  csv.end();
  return rows;
}

describe('CsvReader', () => {
  it('counts the lines inside quoted cells', () => {
    expect(read(['a,b\n"x\ny\r\nz",1\n2,3'])).toEqual([
      [1, ['a', 'b']],
      [2, ['x\ny\r\nz', '1']],
      [5, ['2', '3']],
    ]);
  });

  it('reads the same rows however the text is cut into pieces', () => {
    const text = 'a;b\r\n"q""uote";"semi;colon"\r\n\r\nplain;5" pipe\r\n"line\r\nbreak" ;x\r\nlast;"end"';
    const whole = read([text], { delimiter: ';' });
    expect(whole).toEqual([
      [1, ['a', 'b']],
      [2, ['q"uote', 'semi;colon']],
      [4, ['plain', '5" pipe']],
      [5, ['line\r\nbreak', 'x']],
      [7, ['last', 'end']],
    ]);
    for (let size = 1; size < text.length; size += 1) {
      const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
      expect(read(pieces, { delimiter: ';' })).toEqual(whole);
    }
  });

  it('sets only the line aside whose quote is never closed', () => {
    expect(read(['a,b\n1,"open\n2,fine\n3,fine\n'])).toEqual([
      [1, ['a', 'b']],
      [2, ['1,"open'], 'QUOTE_OPEN'],
      [3, ['2', 'fine']],
      [4, ['3', 'fine']],
    ]);
  });

  it('sets a line aside whose closing quote is followed by text', () => {
    expect(read(['"He said "hi" there",5\nx,1\n'])).toEqual([
      [1, ['"He said "hi" there",5'], 'QUOTE_OPEN'],
      [2, ['x', '1']],
    ]);
  });

  it('leaves a row out that is longer than a million bytes, in plain text and in quotes', () => {
    const long = 'x'.repeat(700_000);
    const pieces = ['a,b\n', long, long, ',1\n2,3\n"', long, long, '\n",4\n5,6\n'];
    expect(read(pieces).map(([line, cells, damage]) => [line, cells.join().slice(0, 3), damage])).toEqual([
      [1, 'a,b', undefined],
      [2, 'xxx', 'ROW_TOO_LONG'],
      [3, '2,3', undefined],
      [4, '"xx', 'ROW_TOO_LONG'],
      [5, '",4', 'QUOTE_OPEN'],
      [6, '5,6', undefined],
    ]);
  });

  it('takes up the lines of a file after a quote that stays open for more than a million bytes', () => {
    const row = `${'x'.repeat(998)},1\n`;
    const rows = read(['a,b\n', '1,"open\n', ...Array.from({ length: 30 }, () => row.repeat(100))]);
    expect(rows.slice(1, 3)).toEqual([
      [2, ['1,"open'], 'QUOTE_OPEN'],
      [3, ['x'.repeat(998), '1']],
    ]);
    expect(rows).toHaveLength(3002);
    expect(rows.at(-1)?.[0]).toBe(3002);
  });

  it('sets every line aside of a file in which each opens a quote', () => {
    const rows = read(['a,b\n1,"x\n', 'x","\n'.repeat(3_000)]);
    expect(rows).toHaveLength(3_002);
    expect(rows.slice(1).every(([, , damage]) => damage === 'QUOTE_OPEN')).toBe(true);
  });

  it('tells an empty line from a line with an empty cell in quotes', () => {
    expect(read(['a\n\n""\n \n"b"\n'])).toEqual([
      [1, ['a']],
      [3, ['']],
      [5, ['b']],
    ]);
  });

  it('leaves out spaces around cells, not inside quotes', () => {
    expect(read(['a, "b, c" \n 1 ," 2 "\n'])).toEqual([
      [1, ['a', 'b, c']],
      [2, ['1', ' 2 ']],
    ]);
  });

  it('keeps count of the lines in quotes that are opened twice', () => {
    for (const pieces of [['"b","" "\n"\n\nlast,1\n'], ['"b","" "\n"\n', '\nlast,1\n']])
      expect(read(pieces).at(-1)).toEqual([4, ['last', '1']]);
  });

  it('keeps rows with fewer or more cells than the others', () => {
    expect(read(['a,b\n1\n1,2,3\n'])).toEqual([
      [1, ['a', 'b']],
      [2, ['1']],
      [3, ['1', '2', '3']],
    ]);
  });

  it('reads files whose lines end with carriage returns alone', () => {
    expect(read(['a,b\r1,"x\ry"\r2,3\r'], { newline: '\r' })).toEqual([
      [1, ['a', 'b']],
      [2, ['1', 'x\ry']],
      [4, ['2', '3']],
    ]);
  });
});
