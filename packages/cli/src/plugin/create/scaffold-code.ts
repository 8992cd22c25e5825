import type { PluginNames } from './plugin-names.js';

/** `src/index.ts`: one dimension that no rule can express. */
export function scaffoldSource({ subjectType, eventType }: PluginNames): string {
  return `import { defineDimension, definePlugin } from '@terrace/plugin-sdk/code';

/** How regular the latest visits are: the longest gap between two of them, in days. */
export const longestGap = defineDimension({
  id: 'longest_gap',
  name: { en: 'Longest gap between visits', 'zh-CN': '最长到访间隔' },
  description: {
    en: 'The longest time between two visits in a row, of the latest ones.',
    'zh-CN': '最近几次到访中，相邻两次之间的最长间隔。',
  },
  subjectType: '${subjectType}',
  inputs: { events: { ${eventType}: { limit: 50 } } },
  parameters: [
    {
      id: 'visits',
      name: { en: 'Visits to look at', 'zh-CN': '统计的到访次数' },
      type: 'integer',
      default: 10,
      minimum: 2,
      maximum: 50,
    },
  ],
  valueType: 'number',
  unit: 'day',
  better: 'lower',
  compute: (members, { parameters }) =>
    members.map(({ events }) => {
      const visits = events.${eventType}.slice(-parameters.visits);
      const gaps = visits.slice(1).map((visit, index) => (visits[index]?.daysAgo ?? 0) - visit.daysAgo);
      return gaps.length === 0 ? null : Math.max(...gaps);
    }),
});

export default definePlugin({ dimensions: [longestGap] });
`;
}

/** `tsconfig.json`: for editors and for `tsc`; the build itself needs none. */
export const scaffoldTsconfig = {
  compilerOptions: {
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    strict: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  },
  include: ['src'],
};
