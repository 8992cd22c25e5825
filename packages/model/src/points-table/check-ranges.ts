import type { Issue } from '../document/issue.js';
import { quote } from '../explain/words.js';
import { lineIssue } from './line-issue.js';
import type { PointsVariable, RangeValues } from './points-table.js';

/** The numbers of a bin between two ends; a single number is both of its ends. */
interface Stretch {
  readonly line: number;
  readonly low: number;
  readonly high: number;
  readonly hasLow: boolean;
  readonly hasHigh: boolean;
  readonly isSingle: boolean;
}

function stretchOf(range: RangeValues, line: number): Stretch {
  const { min = -Infinity, max = Infinity, closed } = range;
  return {
    line,
    low: min,
    high: max,
    hasLow: closed === 'left' || closed === 'both',
    hasHigh: closed === 'right' || closed === 'both',
    isSingle: min === max,
  };
}

function stretchesOf({ bins }: PointsVariable): Stretch[] {
  return bins
    .flatMap(({ line, values }) =>
      values.map((value) =>
        value.kind === 'range'
          ? stretchOf(value, line)
          : stretchOf(
              { kind: 'range', min: value.number ?? 0, max: value.number ?? 0, closed: 'both' },
              line,
            ),
      ),
    )
    .sort((a, b) => a.low - b.low || Number(b.hasLow) - Number(a.hasLow) || a.high - b.high);
}

const contains = (range: Stretch, value: number): boolean =>
  (range.hasLow ? value >= range.low : value > range.low) &&
  (range.hasHigh ? value <= range.high : value < range.high);

const written = ({ low, high, hasLow, hasHigh, isSingle }: Stretch): string => {
  const end = (value: number): string =>
    value === Infinity ? 'Inf' : value === -Infinity ? '-Inf' : String(value);
  return isSingle ? String(low) : `${hasLow ? '[' : '('}${end(low)},${end(high)}${hasHigh ? ']' : ')'}`;
};

/** Numbers that two bins take. A single number inside a range goes before it, as codes such as -999 are meant to. */
function overlaps(name: string, stretches: readonly Stretch[]): Issue[] {
  const issues: Issue[] = [];
  const ranges = stretches.filter(({ isSingle }) => !isSingle);
  const singles = stretches.filter(({ isSingle }) => isSingle);
  const overlap = (a: Stretch, b: Stretch): void => {
    const [first, second] = a.line <= b.line ? [a, b] : [b, a];
    issues.push(
      lineIssue(
        'OVERLAPPING_BINS',
        second.line,
        `${written(second)} of ${quote(name)} overlaps ${written(first)} of line ${first.line}, so that a number would have points twice.`,
        `${quote(name)}的 ${written(second)} 与第 ${first.line} 行的 ${written(first)} 重叠，同一个数值会有两个分值。`,
        { details: { variable: name, first: first.line } },
      ),
    );
  };
  let widest: Stretch | undefined;
  for (const next of ranges) {
    const meets =
      widest !== undefined &&
      (next.low < widest.high || (next.low === widest.high && next.hasLow && widest.hasHigh));
    if (meets && widest !== undefined) overlap(widest, next);
    if (widest === undefined || next.high > widest.high || (next.high === widest.high && next.hasHigh))
      widest = next;
  }
  singles.forEach((single, index) => {
    const twin = singles[index - 1];
    if (twin?.low === single.low) overlap(twin, single);
    const around = ranges.find((range) => contains(range, single.low));
    if (around !== undefined)
      issues.push(
        lineIssue(
          'VALUE_IN_RANGE',
          single.line,
          `${single.low} of ${quote(name)} also lies in ${written(around)} of line ${around.line}; the single value counts.`,
          `${quote(name)}的 ${single.low} 也在第 ${around.line} 行的 ${written(around)} 之内，以单独列出的值为准。`,
          { severity: 'warning', details: { variable: name, first: around.line } },
        ),
      );
  });
  return issues;
}

/** Numbers that no bin takes: they have no points, and so no score. */
function gaps(name: string, stretches: readonly Stretch[]): Issue[] {
  const issues: Issue[] = [];
  const report = (line: number, en: string, chinese: string): void => {
    issues.push(
      lineIssue(
        'GAP_BETWEEN_BINS',
        line,
        `no bin of ${quote(name)} takes ${en}; whoever has such a value gets no score.`,
        `${quote(name)}没有分箱包含${chinese}，取这些值的对象没有得分。`,
        { severity: 'warning', details: { variable: name } },
      ),
    );
  };
  const [lowest] = stretches;
  if (lowest !== undefined && lowest.low !== -Infinity)
    report(
      lowest.line,
      `numbers ${lowest.hasLow ? `below ${lowest.low}` : `up to ${lowest.low}`}`,
      `${lowest.hasLow ? `小于 ${lowest.low}` : `不大于 ${lowest.low}`} 的数值`,
    );
  let reached = lowest;
  for (const next of stretches.slice(1)) {
    if (reached === undefined) break;
    const { high, hasHigh } = reached;
    if (next.low > high) {
      const [from, to] = [
        hasHigh ? `above ${high}` : `from ${high}`,
        next.hasLow ? `below ${next.low}` : `up to ${next.low}`,
      ];
      const [zhFrom, zhTo] = [
        hasHigh ? `大于 ${high}` : `不小于 ${high}`,
        next.hasLow ? `小于 ${next.low}` : `不大于 ${next.low}`,
      ];
      report(next.line, `numbers ${from} and ${to}`, `${zhFrom} 且${zhTo} 的数值`);
    } else if (next.low === high && !hasHigh && !next.hasLow)
      report(next.line, `the number ${high}`, `数值 ${high}`);
    if (next.high > high || (next.high === high && next.hasHigh)) reached = next;
  }
  if (reached !== undefined && reached.high !== Infinity)
    report(
      reached.line,
      `numbers ${reached.hasHigh ? `above ${reached.high}` : `from ${reached.high}`}`,
      `${reached.hasHigh ? `大于 ${reached.high}` : `不小于 ${reached.high}`} 的数值`,
    );
  return issues;
}

/**
 * Finds ranges that overlap (an error) and numbers that no range takes (a warning).
 * @param isPartial - whether bins were left out because of faults of their own; then what they leave open is not reported
 */
export function checkRanges(variable: PointsVariable, isPartial: boolean): Issue[] {
  const stretches = stretchesOf(variable);
  return [...overlaps(variable.name, stretches), ...(isPartial ? [] : gaps(variable.name, stretches))];
}
