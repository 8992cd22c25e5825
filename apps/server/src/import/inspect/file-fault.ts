import { fault, type Fault } from '../../common/fault.js';

function fileFault(code: string, en: string, zh: string, details?: Record<string, unknown>): Fault {
  return fault('INVALID_REQUEST', code, { en, 'zh-CN': zh }, ['body'], details);
}

/** Why a file cannot be imported, with what to do about it. */
export const fileFaults = {
  empty: () =>
    fileFault(
      'FILE_EMPTY',
      'The file is empty; choose a CSV file with a header line and data.',
      '文件为空，请选择包含表头和数据的 CSV 文件。',
    ),
  withoutRows: () =>
    fileFault(
      'FILE_WITHOUT_ROWS',
      'The file has a header but no rows below it.',
      '文件只有表头，没有数据行。',
    ),
  workbook: () =>
    fileFault(
      'FILE_IS_WORKBOOK',
      'This is a spreadsheet or an archive, not a CSV file; save it as "CSV UTF-8" in the spreadsheet program, or unpack it first.',
      '这是电子表格或压缩包，不是 CSV 文件；请在表格软件中另存为“CSV UTF-8”，或先解压。',
    ),
  utf16: () =>
    fileFault(
      'FILE_IS_UTF16',
      'The file is in UTF-16 ("Unicode text"); save it as "CSV UTF-8" and upload it again.',
      '文件编码为 UTF-16（“Unicode 文本”），请另存为“CSV UTF-8”后重新上传。',
    ),
  binary: () =>
    fileFault(
      'FILE_IS_BINARY',
      'The file is not text; choose a CSV file, plain or gzipped.',
      '文件不是文本，请选择 CSV 文件（可用 gzip 压缩）。',
    ),
  encoding: () =>
    fileFault(
      'ENCODING_UNKNOWN',
      'The text is in neither UTF-8 nor GB18030; save it as "CSV UTF-8" and upload it again.',
      '文本编码既不是 UTF-8 也不是 GB18030，请另存为“CSV UTF-8”后重新上传。',
    ),
  gzip: () =>
    fileFault(
      'GZIP_DAMAGED',
      'The gzipped file is damaged or cut off; compress it again.',
      'gzip 文件已损坏或不完整，请重新压缩。',
    ),
  bomb: () =>
    fileFault(
      'GZIP_TOO_LARGE',
      'Unpacked, the file is more than 200 times as large as packed and over 1 GiB, which no CSV file is; upload it unpacked.',
      '解压后文件超过 1 GiB 且为压缩前的 200 倍以上，不像正常的 CSV 文件；请直接上传未压缩的文件。',
    ),
  duplicateHeaders: (names: readonly string[]) =>
    fileFault(
      'DUPLICATE_HEADERS',
      `Several columns have the same name: ${names.join(', ')}; give each its own.`,
      `存在重名的列：${names.join('、')}，请为每列设置不同的名称。`,
      { names },
    ),
  headerless: () =>
    fileFault(
      'HEADER_UNREADABLE',
      'The first line is not a header: it must hold 1 to 2,000 column names of at most 500 characters, with matching quotes.',
      '首行不是有效的表头：须包含 1 至 2000 个列名，每个不超过 500 个字符，且引号匹配。',
    ),
};
