import { append, edit, Link, type PluginFiles } from './plugin-files.js';

const manifest = 'plugin.json';
const byVisits = 'models/by-visits.json';
const byScore = 'models/by-score.json';
const visitTests = 'tests/by-visits.json';
const scoreTests = 'tests/by-score.json';
const built = 'dist/index.js';
const in_ = (...path: (string | number)[]): (string | number)[] => ['contributes', ...path];
const visitField = (field: number, key: string) => in_('eventTypes', 0, 'fields', field, key);
const parameter = (index: number, ...path: (string | number)[]) =>
  in_('templates', 0, 'parameters', index, ...path);
const rules = (row: number, ...path: (string | number)[]) => ['nodes', 2, 'rows', row, ...path];

/** A fault that a check is to find: how it gets into the sound plugin, and words of the message. */
export type Fault = readonly [break_: (files: PluginFiles) => void, words: string];

/** For each check the faults it is to find. */
export const faults: Readonly<Record<string, readonly Fault[]>> = {
  'manifest-readable': [[(f) => delete f[manifest], 'plugin.json cannot be read']],
  'files-are-json': [
    [(f) => (f[manifest] = '{ "id": "hotel", }'), 'plugin.json is not JSON'],
    [(f) => (f[byVisits] = '{ // rules\n}'), 'models/by-visits.json is not JSON'],
  ],
  'json-keys-unique': [[(f) => (f['locales/en.json'] = '{"a": "A", "a": "B"}'), '"a" stands twice']],
  'manifest-schema': [
    [(f) => edit(f, manifest, ['licence'], 'MIT'), 'licence'],
    [(f) => edit(f, manifest, ['contributes', 'samples', 0, 'seed'], 'seven'), 'samples.0.seed'],
  ],
  'files-not-too-large': [[(f) => (f[visitTests] = ' '.repeat(5_000_000)), 'at most']],
  'named-files-exist': [[(f) => delete f[byScore], 'models/by-score.json cannot be read (ENOENT)']],
  'id-form': [[(f) => edit(f, manifest, ['id'], 'Hotel-1'), 'an id has 1 to 41 characters']],
  'id-lengths': [[(f) => edit(f, manifest, in_('tiers', 0, 'id'), 'v'.repeat(42)), '1 to 41 characters']],
  'reserved-ids': [
    [(f) => edit(f, manifest, ['id'], 'terrace'), 'The id "terrace" is taken'],
    [(f) => edit(f, manifest, visitField(1, 'id'), 'time'), 'The id "time" is taken'],
    [(f) => edit(f, manifest, in_('dimensions', 0, 'node', 'id'), 'previous'), 'The id "previous" is taken'],
  ],
  'version-semver': [[(f) => edit(f, manifest, ['version'], '1.02.0'), '"1.02.0" is no semantic version']],
  'version-ranges': [[(f) => edit(f, manifest, ['host'], 'new ones'), '"new ones" is no range']],
  'host-range-includes-host': [
    [(f) => edit(f, manifest, ['host'], '>=7.0.0 <8.0.0'), 'leaves out this Terrace'],
  ],
  'host-range-bounded': [
    [(f) => edit(f, manifest, ['host'], '>=0.1.0'), '">=0.1.0" also holds'],
    [(f) => edit(f, manifest, ['host'], '^0.1.0 || >=2.0.0'), 'also holds'],
  ],
  'license-spdx': [[(f) => edit(f, manifest, ['license'], 'our own'), '"our own" is no SPDX expression']],
  'descriptions-present': [
    [(f) => edit(f, manifest, ['description'], undefined), 'The plugin "hotel" has no description'],
    [(f) => edit(f, manifest, in_('templates', 1, 'description'), undefined), 'The template "by-score"'],
  ],
  'package-json-agrees': [
    [(f) => edit(f, 'package.json', ['version'], '1.0.0'), '"version" is "1.0.0" here and "1.0.1"'],
  ],
  'requires-declared': [
    [(f) => edit(f, manifest, ['requires'], {}), 'The record type "customer" is not this plugin'],
  ],
  'texts-complete': [
    [(f) => edit(f, manifest, ['name', 'zh-CN'], undefined), 'There is no Chinese for “Hotel”'],
    [(f) => edit(f, byVisits, ['nodes', 5, 'name', 'en'], ' '), 'There is no English for “偶到客”'],
    [(f) => edit(f, 'locales/zh-CN.json', ['tier.regular'], ''), 'There is no Chinese for “Regular”'],
  ],
  'chinese-texts': [
    [(f) => edit(f, manifest, ['name', 'zh-CN'], 'Hotel'), '“Hotel” has no Chinese characters'],
  ],
  'english-texts': [
    [(f) => edit(f, manifest, ['name', 'en'], '酒店'), 'has “酒” in it'],
    [(f) => edit(f, manifest, ['name', 'en'], 'Hotel，'), 'has “，” in it'],
  ],
  'chinese-punctuation': [
    [(f) => edit(f, manifest, ['description', 'zh-CN'], '客人,到访.'), 'half-width punctuation at “人,”'],
    [(f) => edit(f, manifest, ['description', 'zh-CN'], '客人(到访)'), 'at “人(”'],
  ],
  'texts-tidy': [
    [(f) => edit(f, manifest, ['description', 'en'], 'TODO'), 'is not finished'],
    [(f) => edit(f, manifest, ['name', 'en'], 'Hotel '), 'begins or ends with a blank'],
    [(f) => edit(f, manifest, ['name', 'en'], 'The  hotel'), 'two blanks in a row'],
  ],
  'locale-files': [
    [(f) => (f['locales/en.json'] = []), 'locales/en.json is not an object of texts by key'],
    [
      (f) => edit(f, 'locales/en.json', ['tier'], { gold: 'Gold' }),
      'locales/en.json: what stands under "tier" is not a text of at most 2,000 characters',
    ],
  ],
  'locale-keys-equal': [
    [(f) => edit(f, 'locales/en.json', ['extra'], 'Extra'), 'The key "extra" is not in locales/zh-CN.json'],
  ],
  'locale-keys-used': [
    [
      (f) => {
        edit(f, 'locales/en.json', ['extra'], 'Extra');
        edit(f, 'locales/zh-CN.json', ['extra'], '多余');
      },
      'Nothing uses the text "extra"',
    ],
  ],
  'locale-keys-resolved': [
    [(f) => edit(f, byVisits, ['nodes', 5, 'name'], '%tier.rare%'), 'no text "tier.rare"'],
    [
      (f) => {
        edit(f, manifest, ['locales'], undefined);
        edit(f, manifest, ['name'], '%name%');
      },
      '"%name%" names a text',
    ],
  ],
  'ids-unique': [[(f) => edit(f, manifest, visitField(1, 'id'), 'amount'), 'The id "amount" is used twice']],
  'types-not-taken': [
    [
      (f) => edit(f, manifest, in_('subjectTypes', 0, 'id'), 'customer'),
      'The type "customer" belongs to another plugin',
    ],
    [(f) => edit(f, manifest, in_('fields', 0, 'field', 'id'), 'tax_id'), 'has a field "tax_id" already'],
  ],
  'references-resolve': [
    [
      (f) => edit(f, manifest, in_('eventTypes', 0, 'subjectType'), 'gest'),
      'There is no subject type "gest"',
    ],
  ],
  'dimensions-sound': [
    [
      (f) => edit(f, manifest, in_('dimensions', 1, 'node', 'source', 'field'), 'price'),
      'There is no field "price"',
    ],
  ],
  'node-kinds-sound': [
    [(f) => edit(f, manifest, in_('nodeKinds', 0, 'expression'), { '+': [{ var: 'nights' }, 1] }), 'nights'],
  ],
  'origins-agree': [
    [(f) => edit(f, byVisits, ['nodes', 0, 'origin'], 'hotel.stays'), 'There is no dimension "stays"'],
    [(f) => edit(f, byVisits, ['nodes', 0, 'source', 'measure'], 'daysSinceLast'), 'measures something else'],
    [(f) => edit(f, byScore, ['nodes', 2, 'origin'], 'hotel.ratio'), 'There is no kind of nodes "ratio"'],
  ],
  'aliases-unambiguous': [
    [
      (f) => edit(f, manifest, visitField(2, 'aliases'), ['AMOUNT']),
      '"AMOUNT" is an alias of "amount" as well as of "channel"',
    ],
  ],
  'keys-have-aliases': [
    [(f) => edit(f, manifest, in_('subjectTypes', 0, 'keyAliases'), []), '"keyAliases" of "guest" is empty'],
    [(f) => edit(f, manifest, in_('eventTypes', 0, 'timeAliases'), ['time']), 'has no Chinese header'],
    [(f) => edit(f, manifest, in_('eventTypes', 0, 'subjectAliases'), ['客人']), 'has no English header'],
  ],
  'personal-fields-marked': [
    [
      (f) => edit(f, manifest, in_('subjectTypes', 0, 'fields', 1, 'id'), 'mobile_phone'),
      '"mobile_phone" looks like personal data',
    ],
    [
      (f) => edit(f, manifest, in_('subjectTypes', 0, 'fields', 0, 'sensitivity'), undefined),
      '"name" looks like personal data',
    ],
  ],
  'enumerations-have-values': [
    [(f) => edit(f, manifest, visitField(2, 'values'), undefined), '"channel" has no values'],
    [(f) => edit(f, manifest, visitField(2, 'values'), ['web', 'web']), 'the value "web" twice'],
    [(f) => edit(f, manifest, visitField(0, 'values'), ['1']), '"amount" is no enumeration'],
  ],
  'bounds-ordered': [[(f) => edit(f, manifest, visitField(1, 'minimum'), 400), '400 is above 365']],
  'added-fields-optional': [
    [
      (f) => edit(f, manifest, in_('fields', 0, 'field', 'required'), true),
      '"hotel_points" is required of every "customer"',
    ],
  ],
  'units-known': [[(f) => edit(f, manifest, visitField(1, 'unit'), 'stay'), 'The unit "stay" has no words']],
  'units-consistent': [
    [
      (f) => edit(f, byVisits, ['nodes', 1, 'unit'], 'time'),
      'The unit of "spend" is time, and what it measures has currency',
    ],
    [(f) => edit(f, byVisits, ['nodes', 0, 'unit'], 'currency'), 'The unit of "visits" is currency'],
  ],
  'template-sound': [[(f) => edit(f, byVisits, rules(0, 'tier'), 'gold'), 'There is no tier "gold"']],
  'template-sound-at-bounds': [
    [
      (f) => edit(f, manifest, parameter(0, 'minimum'), 0),
      'With "window_days" at 0, "by-visits" is no sound model',
    ],
  ],
  'template-without-warnings': [
    [(f) => edit(f, byVisits, ['nodes', 0, 'source', 'field'], 'amount'), 'does not look at a field'],
  ],
  'parameters-used': [
    [(f) => edit(f, byVisits, rules(0, 'cells', 0, 'value'), 6), 'does not use the parameter "often"'],
  ],
  'parameters-declared': [
    [(f) => edit(f, byVisits, rules(0, 'cells', 0, 'value'), { $parameter: 'oftn' }), 'oftn'],
  ],
  'parameter-defaults-fit': [
    [(f) => edit(f, manifest, parameter(1, 'default'), 1), '"often" is at least 2'],
    [(f) => edit(f, manifest, parameter(2, 'default'), 600), '"rich"'],
  ],
  'parameters-bounded': [
    [(f) => edit(f, manifest, parameter(1, 'maximum'), undefined), '"often" of "by-visits" is not bounded'],
  ],
  'choice-options': [
    [(f) => edit(f, manifest, parameter(2, 'options', 1), undefined), '"rich" leaves nothing to choose'],
    [(f) => edit(f, manifest, parameter(2, 'options', 1, 'value'), 500), '"rich" has the option "500" twice'],
  ],
  'template-names-unique': [
    [
      (f) => edit(f, manifest, in_('templates', 1, 'name', 'en'), 'guests by visits'),
      '"by-score" has the same name as "by-visits"',
    ],
  ],
  'tiers-complete': [
    [(f) => edit(f, byVisits, ['nodes', 3, 'color'], undefined), 'The tier "regular" has no colour'],
    [(f) => edit(f, manifest, in_('tiers', 0, 'name', 'en'), 'vip'), 'The tier "vip" is called by its id'],
  ],
  'tier-ranks-unique': [[(f) => edit(f, byVisits, ['nodes', 4, 'rank'], 1), 'both have rank 1']],
  'tier-colors-distinct': [
    [
      (f) => edit(f, byVisits, ['nodes', 4, 'color'], '#0F766E'),
      'The tier "occasional" has the colour of "regular"',
    ],
  ],
  'fallback-exists': [[(f) => edit(f, byVisits, ['fallback'], 'others'), 'There is no tier "others"']],
  'rules-without-gaps': [
    [
      (f) => edit(f, byVisits, rules(2, 'cells', 0), { op: 'between', min: 1, max: 3 }),
      'no rule covers this',
    ],
  ],
  'rules-without-missing-edges': [
    [
      (f) => {
        edit(f, byScore, ['nodes', 4, 'when'], { '>': [{ var: 'spend' }, 500] });
        append(f, byScore, ['nodes'], {
          kind: 'condition',
          id: 'low',
          name: { en: 'Low', 'zh-CN': '低' },
          when: { '<': [{ var: 'spend' }, 500] },
          tier: 'good',
        });
      },
      'covered by neither',
    ],
  ],
  'rules-without-overlaps': [
    [
      (f) =>
        append(f, byVisits, ['nodes'], {
          kind: 'condition',
          id: 'lavish',
          name: { en: 'Lavish', 'zh-CN': '阔绰' },
          when: { '>=': [{ var: 'spend' }, 100] },
          tier: 'occasional',
        }),
      '',
    ],
  ],
  'rules-without-shared-edges': [
    [
      (f) => {
        edit(f, byScore, ['nodes', 4, 'when'], { '>=': [{ var: 'spend' }, 500] });
        append(f, byScore, ['nodes'], {
          kind: 'condition',
          id: 'low',
          name: { en: 'Low', 'zh-CN': '低' },
          when: { '<=': [{ var: 'spend' }, 500] },
          tier: 'basic',
        });
      },
      '',
    ],
  ],
  'rules-without-dead-rules': [
    [
      (f) =>
        append(f, byVisits, ['nodes', 2, 'rows'], {
          id: 'more',
          cells: [{ op: '>=', value: 20 }, null],
          tier: 'occasional',
        }),
      '',
    ],
  ],
  'tiers-reachable': [
    [
      (f) =>
        append(f, byScore, ['nodes'], {
          kind: 'tier',
          id: 'top',
          name: { en: 'Top', 'zh-CN': '顶级' },
          rank: 3,
          color: '#111111',
        }),
      '',
    ],
  ],
  'weights-sum': [[(f) => edit(f, byScore, ['nodes', 3, 'weightSets', 0, 'weights', 'spend'], '35'), '95']],
  'better-is-not-worse': [[(f) => edit(f, byVisits, ['nodes', 1, 'better'], 'lower'), '']],
  'rules-proved': [
    [
      (f) =>
        edit(f, byScore, ['nodes', 4, 'when'], {
          '>=': [{ '*': [{ var: 'spend' }, { var: 'visits' }, { var: 'spend' }] }, 7777],
        }),
      'Not everything was proved',
    ],
  ],
  'templates-have-tests': [
    [(f) => edit(f, manifest, in_('testCases', 1), undefined), 'There is no test case for "by-score"'],
  ],
  'test-cases-valid': [
    [
      (f) => edit(f, visitTests, ['cases', 0, 'values'], { vists: 7 }),
      'The template has no dimension "vists"',
    ],
    [(f) => edit(f, visitTests, ['cases', 0, 'tier'], 'gold'), 'The template has no tier "gold"'],
    [(f) => edit(f, visitTests, ['cases', 0, 'expect'], { rating: 1 }), 'The template has no node "rating"'],
    [(f) => edit(f, visitTests, ['parameters'], { often: 0 }), '"often" is at least 2'],
    [(f) => edit(f, visitTests, ['cases'], []), 'tests/by-visits.json cases'],
    [(f) => edit(f, visitTests, ['template'], 'by-money'), 'There is no template "by-money"'],
  ],
  'test-cases-pass': [
    [(f) => edit(f, visitTests, ['cases', 0, 'tier'], 'rare'), 'Case 1: expected tier rare, got regular'],
  ],
  'tests-reach-every-tier': [
    [(f) => edit(f, visitTests, ['cases', 4], undefined), 'No case of "by-visits" expects the tier "rare"'],
  ],
  'thresholds-tested': [
    [(f) => edit(f, visitTests, ['cases', 1], undefined), 'no test case lies exactly on it'],
    [(f) => edit(f, visitTests, ['cases', 0], undefined), 'no test case lies above it'],
  ],
  'computed-thresholds-tested': [
    [(f) => edit(f, scoreTests, ['cases', 2], undefined), 'no test case lies exactly on it'],
  ],
  'test-cases-distinct': [
    [
      (f) => append(f, visitTests, ['cases'], { values: { visits: 7 }, tier: 'regular' }),
      'Case 9 has the values of case 1',
    ],
  ],
  'sample-present': [
    [(f) => edit(f, manifest, in_('samples'), []), 'templates and no sample'],
    [(f) => edit(f, manifest, in_('samples', 0, 'template'), undefined), 'No sample names a template'],
  ],
  'sample-generates': [
    [
      (f) => edit(f, manifest, in_('samples', 0, 'events', 0, 'withoutEvents'), 1),
      'is to have 600 events of type "visit" and has 0',
    ],
  ],
  'sample-records-fit': [
    [
      (f) => edit(f, manifest, in_('samples', 0, 'events', 0, 'fields', 'nights', 'minimum'), -3),
      '"nights" is at least 1',
    ],
    [
      (f) => edit(f, manifest, in_('samples', 0, 'events', 0, 'fields', 'nights'), undefined),
      '"nights" is required and missing',
    ],
    [
      (f) =>
        edit(f, manifest, in_('samples', 0, 'events', 0, 'fields', 'channel', 'values', 0, 'value'), 'fax'),
      '"channel" is one of its values',
    ],
  ],
  'sample-fits-template': [
    [
      (f) => edit(f, manifest, in_('samples', 0, 'events', 0, 'fields', 'amount'), undefined),
      'reads "visit.amount"',
    ],
  ],
  'sample-reaches-tiers': [
    [
      (f) => {
        edit(f, manifest, in_('samples', 0, 'events', 0, 'count'), 8000);
        edit(f, manifest, in_('samples', 0, 'events', 0, 'withoutEvents'), 0);
        edit(f, manifest, in_('samples', 0, 'events', 0, 'days'), 20);
      },
      '1 of 3 tiers of "by-visits" have subjects; empty: occasional, rare',
    ],
  ],
  'sample-size': [
    [(f) => edit(f, manifest, in_('samples', 0, 'subjects', 'count'), 20), '20 subjects and 620 records'],
  ],
  'actions-complete': [
    [
      (f) => edit(f, manifest, in_('actions', 0, 'action', 'owner'), 'TBD'),
      '"call" names nobody who does it',
    ],
    [
      (f) => edit(f, byVisits, ['nodes', 6, 'action', 'dueDays'], undefined),
      '"greet" does not say until when',
    ],
  ],
  'reports-fit-templates': [
    [(f) => edit(f, manifest, in_('reports', 0, 'measures', 0, 'node'), 'spent'), 'has no node "spent"'],
    [
      (f) => edit(f, manifest, in_('reports', 0, 'measures', 0, 'node'), 'rules'),
      '"rules" of the template "by-visits" is no number',
    ],
    [(f) => edit(f, manifest, in_('reports', 0, 'expectations', 0, 'tier'), 'gold'), 'has no tier "gold"'],
  ],
  'code-built': [[(f) => delete f[built], 'dist/index.js is not there']],
  'code-build-current': [],
  'code-declarations-sound': [
    [
      (f) => edit(f, 'dist/code.json', ['dimensions', 0, 'inputs', 'fields'], { city: 'number' }),
      'The field "city" is declared as number',
    ],
  ],
  'code-no-personal-inputs': [
    [
      (f) => edit(f, 'dist/code.json', ['dimensions', 0, 'inputs', 'fields'], { name: 'text' }),
      'The field "name" is personal data',
    ],
  ],
  'code-is-one-file': [
    [
      (f) => (f[built] = "import dayjs from 'dayjs';\nexport default { dimensions: [] };"),
      'It imports "dayjs"',
    ],
  ],
  'code-no-system-modules': [
    [
      (f) =>
        (f[built] =
          "import { execFile } from 'node:child_process';\nexport default { dimensions: [execFile] };"),
      '"node:child_process"',
    ],
  ],
  'code-permissions-declared': [
    [(f) => edit(f, manifest, ['permissions'], undefined), '"permissions.network" names no host'],
    [
      (f) =>
        (f[built] = "import { readFile } from 'fs/promises';\nexport default { dimensions: [readFile] };"),
      '"permissions.storage" is not set',
    ],
    [
      (f) => (f[built] = "export default { run: async () => (await import('node:http')).get('http://x') };"),
      'It imports "node:http"',
    ],
  ],
  'code-permissions-used': [
    [(f) => (f[built] = 'export default { dimensions: [] };'), 'Nothing uses the permission "network"'],
    [(f) => edit(f, manifest, ['permissions', 'storage'], true), 'Nothing uses the permission "storage"'],
    [
      (f) => edit(f, manifest, ['permissions', 'subjectKeys'], true),
      'Nothing uses the permission "subjectKeys"',
    ],
  ],
  'code-no-private-imports': [
    [
      (f) => (f['src/index.ts'] = "import { lowerDocument } from '@terrace/model';"),
      'It imports "@terrace/model"',
    ],
    [
      (f) => (f['src/index.ts'] = "export * from '../../retail/src/index.js';"),
      '"../../retail/src/index.js"',
    ],
    [
      (f) => (f['src/index.ts'] = "const m = await import('@terrace/plugin-sdk/dist/index.js');"),
      'plugin-sdk/dist',
    ],
  ],
  'code-no-dynamic-code': [
    [
      (f) => (f[built] = "export default { dimensions: [{ compute: new Function('return 1') }] };"),
      'It uses new Function',
    ],
    [(f) => (f[built] = "export default { dimensions: [eval('1')] };"), 'It uses eval'],
  ],
  'package-size': [[(f) => (f['dist/orders.json'] = 'x'.repeat(6_000_000)), '5.7 MiB']],
  'no-stray-files': [[(f) => (f['hotel-1.0.0.tgz'] = 'x'), 'hotel-1.0.0.tgz is no part of a plugin']],
  'no-secrets': [
    [(f) => (f['.env'] = 'TOKEN=1'), '.env is a place for secrets'],
    [(f) => (f['notes.txt'] = '-----BEGIN PRIVATE KEY-----\nMC4C\n'), 'notes.txt has a private key in it'],
  ],
  'no-links': [
    [(f) => (f['models/other.json'] = new Link('by-visits.json')), 'models/other.json is a symbolic link'],
  ],
  'portable-file-names': [
    [(f) => (f['dist/客户.json'] = {}), '"dist/客户.json" is no name everywhere'],
    [
      (f) => (f['dist/Index.js'] = {}),
      '"dist/index.js" and "dist/Index.js" are the same file on some systems',
    ],
    [(f) => (f['dist/con.words.json'] = {}), '"dist/con.words.json" is no name everywhere'],
    [(f) => (f['dist/words.'] = 'x'), '"dist/words." is no name everywhere'],
    [(f) => (f['dist/aux.json'] = {}), '"dist/aux.json" is no name everywhere'],
  ],
  'readme-present': [
    [(f) => delete f['README.md'], 'There is no README.md'],
    [(f) => (f['README.md'] = '# Hotel\n'), 'README.md says nothing yet'],
  ],
  'changelog-present': [
    [(f) => delete f['CHANGELOG.md'], 'There is no CHANGELOG.md'],
    [(f) => (f['CHANGELOG.md'] = '## 1.0.0\n'), 'CHANGELOG.md does not name version 1.0.1'],
  ],
};
