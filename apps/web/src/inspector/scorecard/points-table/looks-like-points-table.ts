const columns = [
  /(^|[^a-z])variables?($|[^a-z])|变量|特征|指标/i,
  /(^|[^a-z])bins?($|[^a-z])|分箱|区间/i,
  /(^|[^a-z])points?($|[^a-z])|分值|得分|分数/i,
];

/** Whether a pasted text has the header of a points table; cheap, so that every paste can be asked. */
export function looksLikePointsTable(text: string): boolean {
  const [header, ...rows] = text
    .slice(0, 20_000)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '');
  return header !== undefined && rows.length > 0 && columns.every((column) => column.test(header));
}
