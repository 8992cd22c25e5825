import { localize, type Issue, type Language } from '@terrace/model';
import { continued, joinSentences, UsageError } from '../usage-error.js';

/** More parts of a path than this are left out: deep inside an expression the beginning tells where it is. */
const maxParts = 8;

function placeOf({ path }: Issue): string {
  // What is wrong with a parameter names it already.
  if (path[0] === 'parameters') return '';
  return path.length > maxParts ? `${path.slice(0, maxParts).join('.')}…` : path.join('.');
}

/** The message of `issue` in `language`, with where it lies unless it says so itself. */
function describe(issue: Issue, language: Language): string {
  const text = joinSentences(localize(issue.message, language)).replace(/[.。]$/, '');
  const place = placeOf(issue);
  const isPlaced = place === '' || text.startsWith(place);
  if (language === 'en') return isPlaced ? continued(text) : `${place}: ${continued(text)}`;
  return isPlaced ? text : `${place}：${text}`;
}

/** One sentence for the faults of `name`: the first, where it lies, and how many more there are. */
export function faultsOf(name: string, issues: readonly Issue[]): UsageError {
  const [first, ...rest] = issues.filter(({ severity }) => severity === 'error');
  if (first === undefined) return new UsageError(`${name} is not valid.`, `${name} 无效。`);
  const more = rest.length;
  return new UsageError(
    `${name} is not valid: ${describe(first, 'en')}${more > 0 ? ` (and ${more} more)` : ''}.`,
    `${name} 无效：${describe(first, 'zh-CN')}${more > 0 ? `（另有 ${more} 处问题）` : ''}。`,
  );
}
