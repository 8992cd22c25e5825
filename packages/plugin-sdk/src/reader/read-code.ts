import type { Issue, RecordTypes } from '@terrace/model';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { codeDeclarationsSchema, type CodeDeclarations } from '../code-declarations.js';
import { declarationsFile } from '../code-files.js';
import type { Manifest } from '../manifest.js';
import { checkCodeDeclarations } from './check-code.js';
import { manifestIssues, pluginIssue } from './plugin-issue.js';
import { idsOf } from './references.js';
import { readJson } from './read-json.js';

function notBuilt(file: string, path: Issue['path']): Issue {
  return pluginIssue(
    'CODE_NOT_BUILT',
    path,
    `${file} is not there. Build the code of the plugin: terrace plugin build.`,
    `没有找到 ${file}。请先构建插件代码：terrace plugin build。`,
  );
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** Outside the plugin both are known as `<plugin>.<id>`. */
function checkIds({ dimensions, actions }: CodeDeclarations, contributes: Manifest['contributes']): Issue[] {
  const taken = [
    ['dimensions', dimensions, contributes.dimensions.map(({ node }) => node.id)],
    ['actions', actions, idsOf(contributes.actions)],
  ] as const;
  return taken.flatMap(([key, declared, ids]) =>
    declared.flatMap(({ id }, index) =>
      ids.includes(id)
        ? [
            pluginIssue(
              'DUPLICATE_ID',
              [key, index, 'id'],
              `The id "${id}" is used by plugin.json already. Give one of them another id.`,
              `标识“${id}”已在 plugin.json 中使用，请修改其中一个。`,
            ),
          ]
        : [],
    ),
  );
}

/**
 * What the code of a plugin declares, from the file that its build wrote; null for a plugin without code.
 * @param resolved - puts texts in the places of their keys
 * @param issues - gets every fault
 */
export async function readCode(
  folder: string,
  { code, contributes }: Manifest,
  types: RecordTypes,
  resolved: (json: unknown, path: Issue['path']) => unknown,
  issues: Issue[],
): Promise<CodeDeclarations | null> {
  if (code === undefined) return null;
  const file = declarationsFile(code.entry);
  const path = ['code', 'entry'];
  for (const each of [code.entry, file])
    if (!(await exists(join(folder, each)))) {
      issues.push(notBuilt(each, path));
      return null;
    }
  const read = await readJson(join(folder, file), file, path);
  if (!read.ok) {
    issues.push(read.issue);
    return null;
  }
  const parsed = codeDeclarationsSchema.safeParse(resolved(read.json, [file]));
  const found = parsed.success
    ? [...checkCodeDeclarations(parsed.data, types), ...checkIds(parsed.data, contributes)]
    : manifestIssues(parsed.error, file);
  issues.push(...found.map((issue) => ({ ...issue, path: [file, ...issue.path] })));
  return parsed.success && found.length === 0 ? parsed.data : null;
}
