import { localize, ModelError, tierJsonLogic, type ModelDocument } from '@terrace/model';
import { writeFileAtomically } from '../output/write-file.js';
import { continued, joinSentences, UsageError } from '../usage-error.js';

/** Writes the JSON Logic of `document` to `file`. @returns why a model has none; null when it was written */
export async function writeLogic(document: ModelDocument, file: string): Promise<UsageError | null> {
  let logic: ReturnType<typeof tierJsonLogic>;
  try {
    logic = tierJsonLogic(document);
  } catch (cause) {
    const [issue] = cause instanceof ModelError ? cause.issues : [];
    if (issue === undefined) throw cause;
    return new UsageError(
      `The file of --logic was not written: ${continued(joinSentences(localize(issue.message, 'en')))}`,
      `没有写出 --logic 指定的文件：${joinSentences(localize(issue.message, 'zh-CN'))}`,
      { cause },
    );
  }
  await writeFileAtomically(file, [`${JSON.stringify(logic, null, 2)}\n`]);
  return null;
}
