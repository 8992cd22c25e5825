import type { Field } from '@terrace/model';
import type { Manifest } from '@terrace/plugin-sdk';
import { blocks, plain, section, table } from './markdown.js';
import type { PageWords } from './page-words.js';

function rulesOf({ required, minimum, maximum, sensitivity }: Field, words: PageWords): string {
  const range = words.range(minimum, maximum);
  return words.join([
    ...(required ? [words.say('required')] : []),
    ...(range === '' ? [] : [range]),
    ...(sensitivity === 'personal' ? [words.say('personal')] : []),
  ]);
}

function fieldRow(field: Field, words: PageWords): string[] {
  const values = (field.values ?? []).map(plain);
  const type = words.typeName(field.type);
  return [
    words.named(field),
    values.length === 0 ? type : `${type} ${words.join(values)}`,
    words.unit(field.unit),
    rulesOf(field, words),
  ];
}

function fieldTable(fields: readonly Field[], words: PageWords): string {
  const header = [words.say('field'), words.say('type'), words.say('unit'), words.say('rules')];
  return table(
    header,
    fields.map((field) => fieldRow(field, words)),
  );
}

/** The record types a plugin brings, and the fields it adds to others. */
export function typeSections({ contributes }: Manifest, words: PageWords): string {
  const { subjectTypes, eventTypes, fields } = contributes;
  const types = [
    ...subjectTypes.map((type) =>
      blocks(`### ${words.named(type)}`, words.say('subjects'), fieldTable(type.fields, words)),
    ),
    ...eventTypes.map((type) =>
      blocks(
        `### ${words.named(type)}`,
        `${words.say('eventsOf')} \`${type.subjectType}\``,
        fieldTable(type.fields, words),
      ),
    ),
  ];
  const added = table(
    [words.say('type'), words.say('field'), words.say('unit')],
    fields.map(({ type, field }) => [`\`${type}\``, words.named(field), words.unit(field.unit)]),
  );
  return blocks(
    section(`## ${words.say('recordTypes')}`, ...types),
    section(`## ${words.say('addedFields')}`, added),
  );
}
