import type { RecordTypes } from '@terrace/model';
import { UsageError } from '../usage-error.js';
import type { Needs } from './needs.js';
import type { DataFile, MapArgument } from './tier-options.js';

/** What a column of a file of this type can fill. */
export function targetsOf({ kind, type }: Pick<DataFile, 'kind' | 'type'>, types: RecordTypes): string[] {
  const known = (kind === 'subject' ? types.subjectTypes : types.eventTypes).find(({ id }) => id === type);
  const fields = known?.fields.map(({ id }) => id) ?? [];
  return kind === 'subject' ? ['key', ...fields] : ['subject', 'time', 'id', ...fields];
}

function checkTypes(files: readonly DataFile[], types: RecordTypes): void {
  for (const { kind, type } of files) {
    const known = (kind === 'subject' ? types.subjectTypes : types.eventTypes).map(({ id }) => id);
    const option = kind === 'subject' ? '--subjects' : '--events';
    if (!known.includes(type))
      throw new UsageError(
        `${option} knows no type "${type}"; ${known.length === 0 ? 'no plugin brings one' : `there are: ${known.join(', ')}`}.`,
        `${option} 不支持类型“${type}”，${known.length === 0 ? '插件中没有任何类型' : `可用：${known.join('、')}`}。`,
      );
  }
}

function checkMaps(maps: readonly MapArgument[], files: readonly DataFile[], types: RecordTypes): void {
  for (const { type, target } of maps) {
    const file = files.find((candidate) => candidate.type === type);
    if (file === undefined)
      throw new UsageError(
        `--map ${type}.${target} maps a column of "${type}", and no file of that type is given.`,
        `--map ${type}.${target} 指定了“${type}”的列，但没有提供这种类型的文件。`,
      );
    const targets = targetsOf(file, types);
    if (!targets.includes(target))
      throw new UsageError(
        `--map ${type}.${target}: ${type} has no "${target}"; a column can fill ${targets.join(', ')}.`,
        `--map ${type}.${target}：${type} 没有“${target}”，可映射：${targets.join('、')}。`,
      );
  }
}

/** A model without its data gives everybody the fallback tier; that is a mistake and not a result. */
function checkPresence(files: readonly DataFile[], needs: Needs): void {
  for (const event of needs.eventFields.keys())
    if (!needs.optional.has(event) && !files.some(({ kind, type }) => kind === 'event' && type === event))
      throw new UsageError(
        `The model is computed from ${event} records; give them with --events ${event}=<csv>.`,
        `此模型需要 ${event} 数据，请用 --events ${event}=<csv> 提供。`,
      );
  const [field] = [...needs.subjectFields].filter(
    (each) => !needs.optional.has(`${needs.subjectType}.${each}`),
  );
  const hasSubjects = files.some(({ kind, type }) => kind === 'subject' && type === needs.subjectType);
  if (field !== undefined && !hasSubjects)
    throw new UsageError(
      `The model is computed from ${needs.subjectType}.${field}; give the records with --subjects ${needs.subjectType}=<csv>.`,
      `此模型需要 ${needs.subjectType}.${field}，请用 --subjects ${needs.subjectType}=<csv> 提供数据。`,
    );
  if (files.length === 0)
    throw new UsageError(
      'There is no data; give a file with --subjects or --events.',
      '没有数据，请用 --subjects 或 --events 提供文件。',
    );
}

/**
 * Checks files and mappings against the record types, before anything is read. A database that is named may hold what the
 * files do not.
 * @throws UsageError
 */
export function checkRequest(
  request: { readonly files: readonly DataFile[]; readonly maps: readonly MapArgument[] },
  types: RecordTypes,
  needs: Needs,
  hasDatabase: boolean,
): void {
  checkTypes(request.files, types);
  checkMaps(request.maps, request.files, types);
  if (!hasDatabase) checkPresence(request.files, needs);
}
