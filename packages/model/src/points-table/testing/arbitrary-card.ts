import fc from 'fast-check';

/** A whole number of units, of which `scale` decimals make one: 125 units of scale 1 are 12.5. */
interface Scaled {
  readonly units: bigint;
  readonly scale: number;
}

interface NumberVariable {
  readonly kind: 'number';
  readonly name: string;
  /** Ascending, in units of `scale` decimals; one range more than there are edges. */
  readonly edges: readonly bigint[];
  readonly scale: number;
  readonly closed: 'left' | 'right';
  readonly points: readonly bigint[];
  /** Of a missing value; `merged` when it shares the first range's row. */
  readonly missing: bigint | null;
  readonly isMerged: boolean;
}

interface TextVariable {
  readonly kind: 'text';
  readonly name: string;
  readonly bins: readonly { readonly categories: readonly string[]; readonly points: bigint }[];
  readonly missing: bigint | null;
}

/** A card as it is thought of, before any tool writes it. Points are in units of `scale` decimals. */
export interface Card {
  readonly base: bigint | null;
  readonly scale: number;
  readonly variables: readonly (NumberVariable | TextVariable)[];
}

/** A value by variable: decimal text or a category; null is missing. */
export type CardSubject = readonly (string | null)[];

/** `units` with `scale` decimals as decimal text: 125 and 1 are `12.5`. */
export function scaledText({ units, scale }: Scaled): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return units < 0n ? `-${text}` : text;
}

/** Names that must all work, some of which become the same id. */
const names = [
  'age.in.years',
  'age_in_years',
  'Age In Years',
  'installment.rate.in.percentage.of.disposable.income',
  'installment.rate.in.percentage.of.disposable.income.2',
  '30days',
  '月均消费（元）',
  '职业',
  'score',
  'key',
  'a',
  'tier',
  'x,y "z"',
  'credit.history',
  'has;semicolon',
  '%',
  'basis',
];
const categories = [
  '... < 0 DM',
  '0 <= ... < 200 DM',
  '... >= 200 DM / salary for at least 1 year',
  'no credits taken/ all paid back',
  'car (used)',
  'furniture, equipment',
  '"quoted"',
  "it's",
  '[bracketed]',
  '(a, b)',
  'none',
  '1',
  '007',
  '2.5',
  'TRUE',
  '上海；浦东',
  '其他',
  'semi;colon',
  'tab\tinside',
  'x%y',
  'na',
  '>= 7',
  '-',
];

const unitsUpTo = (limit: number) => fc.bigInt({ min: BigInt(-limit), max: BigInt(limit) });

function arbitraryNumber(name: string, limit: number): fc.Arbitrary<NumberVariable> {
  return fc
    .record({
      scale: fc.nat({ max: 3 }),
      edges: fc.uniqueArray(unitsUpTo(20_000), { minLength: 1, maxLength: 5 }),
      closed: fc.constantFrom('left' as const, 'right' as const),
      points: fc.array(unitsUpTo(limit), { minLength: 6, maxLength: 6 }),
      missing: fc.option(unitsUpTo(limit), { nil: null }),
      isMerged: fc.boolean(),
    })
    .map(({ edges, points, missing, isMerged, ...rest }) => ({
      ...rest,
      kind: 'number' as const,
      name,
      edges: edges.toSorted((a, b) => (a < b ? -1 : 1)),
      points,
      isMerged,
      missing: isMerged ? (points[0] ?? null) : missing,
    }));
}

function arbitraryText(name: string, limit: number): fc.Arbitrary<TextVariable> {
  return fc
    .record({
      listed: fc.uniqueArray(fc.constantFrom(...categories), { minLength: 2, maxLength: 7 }),
      bin: fc.array(fc.nat({ max: 2 }), { minLength: 7, maxLength: 7 }),
      points: fc.array(unitsUpTo(limit), { minLength: 3, maxLength: 3 }),
      missing: fc.option(unitsUpTo(limit), { nil: null }),
    })
    .map(({ listed, bin, points, missing }) => ({
      kind: 'text' as const,
      name,
      missing,
      bins: points
        .map((each, index) => ({
          points: each,
          categories: listed.filter((_, at) => bin[at] === index),
        }))
        .filter((each) => each.categories.length > 0),
    }));
}

/** Random cards: numbers and categories, any scaling, decimals, names no id can have, with and without base points and missing bins. */
export const arbitraryCards: fc.Arbitrary<Card> = fc
  .record({
    scale: fc.nat({ max: 4 }),
    limit: fc.constantFrom(3, 100, 40_000),
    names: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 8 }),
    kinds: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  })
  .chain(({ scale, limit, names: chosen, kinds }) =>
    fc.record({
      scale: fc.constant(scale),
      base: fc.option(unitsUpTo(limit * 10), { nil: null }),
      variables: fc.tuple(
        ...chosen.map((name, index): fc.Arbitrary<NumberVariable | TextVariable> =>
          kinds[index] === true ? arbitraryNumber(name, limit) : arbitraryText(name, limit),
        ),
      ),
    }),
  );

/** Subjects of a card: values on, below and above the edges, listed and other categories, missing ones. */
export function arbitraryCardSubjects(card: Card): fc.Arbitrary<CardSubject> {
  return fc.tuple(
    ...card.variables.map((variable): fc.Arbitrary<string | null> => {
      if (variable.kind === 'text')
        return fc.oneof(
          { weight: 8, arbitrary: fc.constantFrom(...variable.bins.flatMap((bin) => bin.categories)) },
          { weight: 1, arbitrary: fc.constant(null) },
          { weight: 1, arbitrary: fc.constant('listed nowhere') },
        );
      const near = variable.edges.flatMap((edge) => [edge - 1n, edge, edge + 1n]);
      const value = fc.oneof(fc.constantFrom(...near), unitsUpTo(30_000));
      return fc.oneof(
        { weight: 9, arbitrary: value.map((units) => scaledText({ units, scale: variable.scale })) },
        { weight: 1, arbitrary: fc.constant(null) },
      );
    }),
  );
}

function unitsOf(text: string, scale: number): bigint {
  const [whole = '0', decimals = ''] = text.replace('-', '').split('.');
  const units = BigInt(whole + decimals.padEnd(scale, '0'));
  return text.startsWith('-') ? -units : units;
}

/** The total of a subject in units of the card, added up from the card itself; null where there is none. */
export function plainTotal(card: Card, subject: CardSubject): bigint | null {
  let total = card.base ?? 0n;
  for (const [index, variable] of card.variables.entries()) {
    const value = subject[index] ?? null;
    let points: bigint | null | undefined;
    if (value === null) points = variable.missing;
    else if (variable.kind === 'text')
      points = variable.bins.find((bin) => bin.categories.includes(value))?.points;
    else {
      const units = unitsOf(value, variable.scale);
      const passed = variable.edges.filter((edge) =>
        variable.closed === 'left' ? units >= edge : units > edge,
      );
      points = variable.points[passed.length];
    }
    if (points === null || points === undefined) return null;
    total += points;
  }
  return total;
}

/** How a tool writes a table. */
export interface Writing {
  readonly delimiter: ',' | ';' | '\t';
  readonly hasMark: boolean;
  readonly columns: readonly ('variable' | 'bin' | 'points')[];
  readonly isReversed: boolean;
  readonly isSpaced: boolean;
  readonly baseName: string;
  readonly missingWord: string;
}

export const arbitraryWritings: fc.Arbitrary<Writing> = fc.record({
  delimiter: fc.constantFrom(',' as const, ';' as const, '\t' as const),
  hasMark: fc.boolean(),
  columns: fc.shuffledSubarray(['variable', 'bin', 'points'] as const, { minLength: 3, maxLength: 3 }),
  isReversed: fc.boolean(),
  isSpaced: fc.boolean(),
  baseName: fc.constantFrom('basepoints', 'base points', 'Basepoints', 'intercept', '(Intercept)', '基础分'),
  missingWord: fc.constantFrom('missing', 'NA', 'Missing', 'NaN'),
});

function binsOf(
  variable: NumberVariable | TextVariable,
  { isSpaced, missingWord }: Writing,
): [bin: string, points: bigint][] {
  const missing: [string, bigint][] =
    variable.missing === null || (variable.kind === 'number' && variable.isMerged)
      ? []
      : [[missingWord, variable.missing]];
  if (variable.kind === 'text')
    return [
      ...missing,
      ...variable.bins.map((bin): [string, bigint] => [bin.categories.join('%,%'), bin.points]),
    ];
  const text = (units: bigint | undefined, infinity: string): string =>
    units === undefined ? infinity : scaledText({ units, scale: variable.scale });
  const [open, close] = variable.closed === 'left' ? ['[', ')'] : ['(', ']'];
  const ranges = variable.points
    .slice(0, variable.edges.length + 1)
    .map((points, index): [string, bigint] => {
      const low = text(variable.edges[index - 1], isSpaced ? '-inf' : '-Inf');
      const high = text(variable.edges[index], isSpaced ? ' inf ' : 'Inf');
      const range = `${open}${low},${isSpaced ? ' ' : ''}${high}${close}`;
      return [index === 0 && variable.isMerged ? `${missingWord}%,%${range}` : range, points];
    });
  return [...missing, ...ranges];
}

/** The table of a card as CSV, every cell quoted. */
export function writeCard(card: Card, writing: Writing): string {
  const { delimiter, hasMark, columns, isReversed, baseName } = writing;
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const rows: Record<'variable' | 'bin' | 'points' | 'woe', string>[] = card.variables.flatMap((variable) =>
    binsOf(variable, writing).map(([bin, units]) => ({
      variable: variable.name,
      bin,
      points: scaledText({ units, scale: card.scale }),
      woe: '0.5',
    })),
  );
  const base =
    card.base === null
      ? []
      : [
          {
            variable: baseName,
            bin: '',
            points: scaledText({ units: card.base, scale: card.scale }),
            woe: '',
          },
        ];
  const all = [...base, ...(isReversed ? rows.toReversed() : rows)];
  const header = [...columns, 'woe'];
  const lines = [
    header.map((name) => name.toUpperCase()).join(delimiter),
    ...all.map((row) => header.map((name) => quoted(row[name as keyof typeof row])).join(delimiter)),
  ];
  return `${hasMark ? '\uFEFF' : ''}${lines.join('\r\n')}\r\n`;
}
