/**
 * Orders texts by code point, as PostgreSQL's collation "C" does with UTF-8. JavaScript's own order is by UTF-16 unit, which puts
 * characters past U+FFFF before U+E000 to U+FFFF.
 * @see https://www.postgresql.org/docs/current/collation.html
 */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const [left, right] = [a.charCodeAt(index), b.charCodeAt(index)];
    if (left === right) continue;
    const isLeftPair = left >= 0xd800 && left <= 0xdfff;
    const isRightPair = right >= 0xd800 && right <= 0xdfff;
    if (isLeftPair !== isRightPair) return isLeftPair ? 1 : -1;
    return left - right;
  }
  return a.length - b.length;
}
