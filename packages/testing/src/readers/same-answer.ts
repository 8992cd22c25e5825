/** How far apart two readers' results of arithmetic may lie: docs/expression-semantics.md, section 4. */
function marginOf(value: number): number {
  return Math.max(7.3e-10, 4e-15 * Math.abs(value));
}

/** PostgreSQL's numeric arrives as text, and stock JSON Logic hands a number through as it came. */
function asNumber(answer: unknown): number | null {
  if (typeof answer === 'number') return answer;
  return typeof answer === 'string' && answer.trim() !== '' && Number.isFinite(Number(answer))
    ? Number(answer)
    : null;
}

/** Whether two readers said the same; `undefined` is null, 0 and -0 are one number. */
export function isSameAnswer(left: unknown, right: unknown): boolean {
  if ((left ?? null) === (right ?? null)) return true;
  if (typeof left !== 'number' && typeof right !== 'number') return false;
  const [a, b] = [asNumber(left), asNumber(right)];
  return a !== null && b !== null && Math.abs(a - b) <= marginOf(b);
}
