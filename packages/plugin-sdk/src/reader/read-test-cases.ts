import type { Issue } from '@terrace/model';
import { join } from 'node:path';
import type { Manifest } from '../manifest.js';
import { testCaseFileSchema, type TestCaseFile } from '../test-case/test-case-schema.js';
import { manifestIssues } from './plugin-issue.js';
import { readJson } from './read-json.js';
import { idsOf, reference } from './references.js';

/** A file of test cases and the name the manifest has for it. */
export interface ReadTestCaseFile {
  readonly name: string;
  readonly file: TestCaseFile;
}

/**
 * Reads the files of test cases that a manifest names.
 * @param issues - gets what is wrong with them
 */
export async function readTestCases(
  folder: string,
  { contributes }: Manifest,
  issues: Issue[],
): Promise<ReadTestCaseFile[]> {
  const files: ReadTestCaseFile[] = [];
  for (const [index, name] of contributes.testCases.entries()) {
    const path = ['contributes', 'testCases', index];
    const file = await readJson(join(folder, name), name, path);
    if (!file.ok) {
      issues.push(file.issue);
      continue;
    }
    const parsed = testCaseFileSchema.safeParse(file.json);
    if (!parsed.success) {
      issues.push(...manifestIssues(parsed.error, name, path));
      continue;
    }
    const unknown = reference(parsed.data.template, idsOf(contributes.templates), ['template', '模板'], path);
    issues.push(...unknown);
    if (unknown.length === 0) files.push({ name, file: parsed.data });
  }
  return files;
}
