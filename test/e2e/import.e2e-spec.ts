import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiError, type Subject } from '@terrace/client';
import { startTestServer, type TestServer } from '@terrace/testing';
import { gzipSync } from 'node:zlib';
import { badRowsOf, createTypes, importFile, type FileImport } from './import-file.js';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
  await createTypes(server.client);
  await server.client.call('updateWorkspace', { body: { timeZone: 'Asia/Shanghai' } });
}, 120_000);

afterAll(() => server.stop());

const subjects = { kind: 'subject', type: 'guest' } as const;
const visits = { kind: 'event', type: 'stay' } as const;
const visitColumns = { subject: 'who', time: 'when', spent: 'spent' };

const run = (file: FileImport) => importFile(server.client, file);
const subject = (key: string): Promise<Subject> =>
  server.client.call('getSubject', { params: { type: 'guest', key } });
const visitsOf = async (key: string): Promise<string[]> =>
  (await subject(key)).events.map(({ at, fields }) => `${at} ${String(fields['spent'])}`);

async function issueCodes(work: Promise<unknown>): Promise<string[]> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiError)) throw new Error('A fault was expected.', { cause: error });
  expect(error.problem.status).toBeLessThan(500);
  return (error.problem.issues ?? []).map(({ code }) => code);
}

describe('importing events', () => {
  it('stores every row once, however often the file is imported, and counts repeats inside it', async () => {
    const content = 'who,when,spent\nA1,2006-12-31,10\nA1,2006-12-31,10.0\nA2,2006-12-30 08:15,7\n';
    const file = { target: visits, mapping: visitColumns, content };
    expect((await run(file)).counts).toEqual({ rows: 3, added: 3, updated: 0, unchanged: 0, bad: 0 });
    expect((await run(file)).counts).toEqual({ rows: 3, added: 0, updated: 0, unchanged: 3, bad: 0 });
    expect(await visitsOf('A1')).toEqual(['2006-12-30T16:00:00.000Z 10', '2006-12-30T16:00:00.000Z 10.0']);
    expect(await visitsOf('A2')).toEqual(['2006-12-30T00:15:00.000Z 7']);
  });

  it('knows an event by its content, not by how it was written', async () => {
    const first = 'who;when;spent;note\nB1;31.12.2006;"1.234,50";\nB1;01.01.2007;3,95;x\n';
    const again = 'who,when,spent,note\nB1,2006-12-31T00:00:00+08:00,1234.5,\nB1,2007/1/1,3.950,x\n';
    const mapping = { ...visitColumns, note: 'note' };
    expect((await run({ target: visits, mapping, content: first })).counts.added).toBe(2);
    expect((await run({ target: visits, mapping, content: again })).counts.unchanged).toBe(2);
  });

  it('updates an event with an id of its own', async () => {
    const mapping = { ...visitColumns, id: 'no' };
    const rows = (spent: string) => `no,who,when,spent\n1,C1,2006-12-31,${spent}\n2,C1,2006-12-30,5\n`;
    await run({ target: visits, mapping, content: rows('10') });
    const { counts } = await run({ target: visits, mapping, content: rows('11') });
    expect(counts).toEqual({ rows: 2, added: 0, updated: 1, unchanged: 1, bad: 0 });
    expect(await visitsOf('C1')).toEqual(['2006-12-30T16:00:00.000Z 11', '2006-12-29T16:00:00.000Z 5']);
  });

  it('sets rows aside that repeat an id with other content, and names the first line', async () => {
    const content = 'no,who,when,spent\n9,"D\n1",2006-12-31,1\n9,"D\n1",2006-12-31,1\n9,D2,2006-12-31,1\n';
    const done = await run({ target: visits, mapping: { ...visitColumns, id: 'no' }, content });
    expect(done.counts).toEqual({ rows: 3, added: 1, updated: 0, unchanged: 1, bad: 1 });
    const { items } = await server.client.call('listBadRows', { params: { id: done.id } });
    expect(items).toMatchObject([{ line: 6, column: 'no', value: '9', code: 'ID_REPEATED' }]);
    expect(items[0]?.reason.en).toContain('Line 2 ');
    const file = await server.client.call('downloadBadRows', { params: { id: done.id } });
    expect(await file.text()).toContain('9,D2,2006-12-31,1,6,no,');
  });

  it('asks for the order of dates only when the whole column leaves it open', async () => {
    const open = 'who,when,spent\nE1,05/06/2006,1\nE1,07/07/2006,1\n';
    const failed = await run({ target: visits, mapping: visitColumns, content: open });
    expect([failed.state, failed.error?.code, failed.error?.path]).toEqual([
      'failed',
      'DATE_ORDER_OPEN',
      ['body', 'options', 'dateOrder'],
    ]);
    const told = { target: visits, mapping: visitColumns, options: { dateOrder: 'dmy' as const } };
    expect((await run({ ...told, content: open })).counts.added).toBe(2);
    expect(await visitsOf('E1')).toEqual(['2006-07-06T16:00:00.000Z 1', '2006-06-04T16:00:00.000Z 1']);
    const decided = `${open.replaceAll('E1', 'E2')}E2,12/31/2006,1\n`;
    expect((await run({ target: visits, mapping: visitColumns, content: decided })).counts.added).toBe(3);
    expect((await visitsOf('E2')).at(-1)).toBe('2006-05-05T16:00:00.000Z 1');
  });

  it('keeps edge values exact: 1e15, the year 1900, a negative fraction', async () => {
    const content = 'who,when,spent\nF1,1900-01-01,1e15\nF1,9999-12-31,-0.1\n';
    await run({ target: visits, mapping: visitColumns, content });
    const { events } = await subject('F1');
    expect(events.map(({ fields }) => fields['spent'])).toEqual(['-0.1', '1000000000000000']);
  });
});

describe('importing subjects', () => {
  it('adds, updates and leaves unchanged; of repeated keys the last row counts', async () => {
    const mapping = { key: 'no', name: 'name' };
    const first = await run({ target: subjects, mapping, content: 'no,name\nS1,Ann\nS2,Bo\nS1,Anna\n' });
    expect(first.counts).toEqual({ rows: 3, added: 2, updated: 0, unchanged: 1, bad: 0 });
    const second = await run({ target: subjects, mapping, content: 'no,name\nS1,Anna\nS2,Bob\nS3,\n' });
    expect(second.counts).toEqual({ rows: 3, added: 1, updated: 1, unchanged: 1, bad: 0 });
    expect((await subject('S1')).label).toBe('Anna');
    expect((await subject('S3')).fields['name']).toBeNull();
  });

  it('touches mapped fields only, and empties a mapped one whose cell is empty', async () => {
    const both = { key: 'no', name: 'name', limit: 'limit' };
    await run({ target: subjects, mapping: both, content: 'no,name,limit\nT1,Tim,5\n' });
    await run({ target: subjects, mapping: { key: 'no', limit: 'l' }, content: 'no,l\nT1,\n' });
    expect((await subject('T1')).fields).toMatchObject({ name: 'Tim', limit: null });
  });

  it('reads every type of field', async () => {
    const content =
      'no,name,limit,joined,active,size,seen\n' +
      `U'1,"Zoë ""Q"" 😀 欧阳, 'x'",¥0,2006年2月28日,是,LARGE,2006-12-31T23:00:00Z\n`;
    const ids = ['name', 'limit', 'joined', 'active', 'size', 'seen'];
    const mapping = { key: 'no', ...Object.fromEntries(ids.map((id) => [id, id])) };
    expect((await run({ target: subjects, mapping, content })).counts.added).toBe(1);
    expect((await subject("U'1")).fields).toEqual({
      name: `Zoë "Q" 😀 欧阳, 'x'`,
      limit: '0',
      joined: '2006-02-28',
      active: true,
      size: 'Large',
      seen: '2006-12-31T23:00:00.000Z',
    });
  });

  it('sets bad rows aside with their exact lines and stores the others', async () => {
    const content = [
      'no,name,limit,joined,active,size',
      'V1,"two',
      'lines",1,2006-02-30,1,small',
      '',
      'V2,n,101,2006-02-28,1,small',
      'V3,n,1,2006-02-28,maybe,small',
      'V4,n,1,2006-02-28,0,huge',
      ',n,1,2006-02-28,0,small',
      'V5,n,1',
      'V6,n\0ul,1,2006-02-28,0,small',
      'V7,"open,1,2006-02-28,0,small',
      'V8,ok,1,2006-02-28,N/A,small',
      `${'k'.repeat(501)},n,1,2006-02-28,0,small`,
    ].join('\r\n');
    const ids = ['name', 'limit', 'joined', 'active', 'size'];
    const mapping = { key: 'no', ...Object.fromEntries(ids.map((id) => [id, id])) };
    const done = await run({ target: subjects, mapping, content });
    expect(done.counts).toEqual({ rows: 10, added: 1, updated: 0, unchanged: 0, bad: 9 });
    expect(await badRowsOf(server.client, done.id)).toEqual([
      '2 joined NO_SUCH_DATE',
      '5 limit NUMBER_OUT_OF_RANGE',
      '6 active NOT_A_BOOLEAN',
      '7 size NOT_AN_ALLOWED_VALUE',
      '8 no VALUE_MISSING',
      '9 - CELL_COUNT',
      '10 - NUL_CHARACTER',
      '11 - QUOTE_OPEN',
      '13 no TEXT_TOO_LONG',
    ]);
    expect((await subject('V8')).fields).toMatchObject({ active: null, size: 'small' });
  });

  it('offers bad rows with their original cells unchanged and its own columns safe for spreadsheets', async () => {
    const content = '=no,name,limit\n"=1+1","a,""b""",x\n';
    const done = await run({
      target: subjects,
      mapping: { key: 'name', limit: 'limit', name: '=no' },
      content,
    });
    const file = await server.client.call('downloadBadRows', { params: { id: done.id } });
    const text = await file.text();
    expect(text.split('\r\n').slice(0, 2)).toEqual([
      '=no,name,limit,bad_row_line,bad_row_column,bad_row_reason,bad_row_reason_zh',
      '=1+1,"a,""b""",x,2,limit,This is not a number.,不是有效的数值。',
    ]);
    const keyed = await run({
      target: subjects,
      mapping: { key: '=no', name: 'name' },
      content: '=no,name\n,x\n',
    });
    const second = await server.client.call('downloadBadRows', { params: { id: keyed.id } });
    expect(await second.text()).toContain(",x,2,'=no,");
  });
});

describe('kinds of files', () => {
  const mapping = { key: '编号', name: '姓名', limit: '额度' };
  const gbk = Buffer.from('b1e0bac52cd0d5c3fb2cb6eeb6c80a57312cd5c5c8fd2c310a', 'hex');

  it.each<[string, string | Uint8Array<ArrayBuffer>]>([
    ['UTF-8', '编号,姓名,额度\nW1,张三,1\n'],
    ['UTF-8 with a byte order mark', '\ufeff编号,姓名,额度\r\nW1,张三,1\r\n'],
    ['GB18030', new Uint8Array(gbk)],
    ['tabs', '编号\t姓名\t额度\nW1\t张三\t1\n'],
    ['semicolons', '编号;姓名;额度\nW1;张三;1,0\n'],
    ['gzip', new Uint8Array(gzipSync('编号,姓名,额度\nW1,张三,1\n'))],
    ['no line break at the end', '编号,姓名,额度\nW1,张三,1'],
    ['carriage returns', '编号,姓名,额度\rW1,张三,1\r'],
  ])('are told apart: %s', async (_kind, content) => {
    const done = await run({ target: subjects, mapping, content });
    expect([done.state, done.counts.rows, done.counts.bad]).toEqual(['done', 1, 0]);
    expect(await subject('W1')).toMatchObject({
      label: '张三',
      fields: { limit: expect.stringMatching(/^1/) },
    });
  });

  it.each<[string, string | Uint8Array<ArrayBuffer>, string]>([
    ['an empty file', '', 'FILE_EMPTY'],
    ['a workbook', new Uint8Array(Buffer.from('504b0304140006000800', 'hex')), 'FILE_IS_WORKBOOK'],
    ['two columns of one name', 'a,a\n1,2\n', 'DUPLICATE_HEADERS'],
  ])('that cannot be read are refused: %s', async (_kind, stream, code) => {
    expect(await issueCodes(server.client.call('upload', { stream, query: { fileName: 'x' } }))).toEqual([
      code,
    ]);
  });

  it('come with a mapping, whose faults are all named at once', async () => {
    const upload = await server.client.call('upload', { stream: 'a,b\n1,2\n', query: { fileName: 'x.csv' } });
    const mapping = { subject: 'nope', colour: 'a' };
    const start = server.client.call('startImport', {
      body: { uploadId: upload.id, target: visits, mapping },
    });
    expect((await issueCodes(start)).sort()).toEqual([
      'TARGET_NOT_MAPPED',
      'TARGET_NOT_MAPPED',
      'UNKNOWN_COLUMN',
      'UNKNOWN_TARGET',
    ]);
  });
});

describe('a trial', () => {
  it('reads the first rows as an import would and stores nothing', async () => {
    const stream =
      'who,when,spent\nX1,31/12/2006,"1,5"\nX2,31/12/2006,bad\nX3,31/12/2006,1\nX4,31/12/2006,2\n';
    const upload = await server.client.call('upload', { stream, query: { fileName: 'x.csv' } });
    const trial = await server.client.call('tryImport', {
      params: { id: upload.id },
      body: { target: visits, mapping: visitColumns, rows: 3 },
    });
    expect(trial).toMatchObject({
      rowCount: 3,
      goodCount: 2,
      sample: [
        { subject: 'X1', time: '2006-12-31 00:00:00', spent: '1.5' },
        { subject: 'X3', time: '2006-12-31 00:00:00', spent: '1' },
      ],
      badRows: [{ line: 3, column: 'spent', value: 'bad', code: 'NOT_A_NUMBER' }],
      options: { encoding: 'utf-8', delimiter: ',', dateOrder: 'dmy', decimalMark: ',' },
    });
    await expect(subject('X1')).rejects.toMatchObject({ problem: { status: 404 } });
  });
});
