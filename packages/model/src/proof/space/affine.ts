import type { ExpressionNode } from '@terrace/expression';

/** A constant plus multiples of dimensions, by id. */
export interface Affine {
  readonly constant: number;
  readonly factors: ReadonlyMap<string, number>;
}

/** Forms of one expression beyond which they are not followed: its numbers are then compared by ranges alone. */
const maxForms = 400;

function constant(value: number): Affine {
  return { constant: value, factors: new Map() };
}

function sum(a: Affine, b: Affine, sign: 1 | -1): Affine {
  const factors = new Map(a.factors);
  for (const [id, factor] of b.factors) {
    const total = (factors.get(id) ?? 0) + sign * factor;
    if (total === 0) factors.delete(id);
    else factors.set(id, total);
  }
  return { constant: a.constant + sign * b.constant, factors };
}

function scale(a: Affine, by: number): Affine {
  return {
    constant: a.constant * by,
    factors: new Map([...a.factors].map(([id, factor]) => [id, factor * by])),
  };
}

function combine(
  operands: readonly (readonly Affine[])[],
  join: (a: Affine, b: Affine) => Affine | null,
): Affine[] | null {
  let [forms = []] = operands;
  for (const next of operands.slice(1)) {
    if (forms.length * next.length > maxForms) return null;
    const joined: Affine[] = [];
    for (const a of forms)
      for (const b of next) {
        const each = join(a, b);
        if (each === null) return null;
        joined.push(each);
      }
    forms = joined;
  }
  return [...forms];
}

function product(a: Affine, b: Affine): Affine | null {
  if (a.factors.size === 0) return scale(b, a.constant);
  return b.factors.size === 0 ? scale(a, b.constant) : null;
}

function quotient(a: Affine, b: Affine): Affine | null {
  return b.factors.size === 0 && b.constant !== 0 ? scale(a, 1 / b.constant) : null;
}

function distinct(forms: readonly Affine[]): Affine[] {
  const byKey = new Map(
    forms.map((form) => [JSON.stringify([form.constant, [...form.factors].sort()]), form]),
  );
  return [...byKey.values()];
}

/**
 * The numbers an expression can be, one form per way through its choices; null where it is not made of sums and multiples, or has too
 * many ways. `numberOf` reads a text that stands for a date; `sourceOf` gives what a node computes, null for a dimension.
 */
export function affineForms(
  node: ExpressionNode,
  sourceOf: (name: string) => ExpressionNode | null,
  numberOf: (text: string) => number | null,
): Affine[] | null {
  const known = new Map<string, Affine[] | null>();
  const branches = (nodes: readonly ExpressionNode[]): Affine[] | null => {
    const all: Affine[] = [];
    for (const each of nodes) {
      const forms = formsOf(each);
      if (forms === null) return null;
      all.push(...forms);
    }
    const forms = distinct(all);
    return forms.length > maxForms ? null : forms;
  };
  const formsOf = (each: ExpressionNode): Affine[] | null => {
    if (each.kind === 'literal') {
      if (typeof each.value === 'number') return [constant(each.value)];
      const number = typeof each.value === 'string' ? numberOf(each.value) : null;
      return number === null ? [] : [constant(number)];
    }
    if (each.kind === 'variable') {
      const own = formsOfName(each.name);
      if (own === null || each.fallback === null) return own;
      const fallback = formsOf(each.fallback);
      return fallback === null ? null : [...own, ...fallback];
    }
    if (each.kind !== 'operation') return null;
    const { operator, operands } = each;
    if (operator === 'if')
      return branches(operands.filter((_, index) => index % 2 === 1 || index === operands.length - 1));
    if (operator === 'min' || operator === 'max') return branches(operands);
    if (!['+', '-', '*', '/'].includes(operator)) return null;
    const forms = operands.map(formsOf);
    if (forms.some((form) => form === null)) return null;
    const parts = forms as Affine[][];
    if (operator === '+') return combine(parts, (a, b) => sum(a, b, 1));
    if (operator === '*') return combine(parts, product);
    if (operator === '/') return combine(parts, quotient);
    return parts.length === 1
      ? (parts[0] ?? []).map((form) => scale(form, -1))
      : combine(parts, (a, b) => sum(a, b, -1));
  };
  const formsOfName = (name: string): Affine[] | null => {
    if (known.has(name)) return known.get(name) ?? null;
    // Circles were refused before; this keeps even one from going on for ever.
    known.set(name, null);
    const source = sourceOf(name);
    const forms = source === null ? [{ constant: 0, factors: new Map([[name, 1]]) }] : formsOf(source);
    const kept = forms === null ? null : distinct(forms);
    known.set(name, kept);
    return kept;
  };
  const forms = formsOf(node);
  return forms === null ? null : distinct(forms);
}

/** Where two forms are equal, if that is one value of one dimension. */
export function crossing(a: Affine, b: Affine): { readonly id: string; readonly value: number } | null {
  const difference = sum(a, b, -1);
  const [only, more] = [...difference.factors];
  if (only === undefined || more !== undefined) return null;
  const [id, factor] = only;
  return { id, value: Number((-difference.constant / factor).toPrecision(15)) + 0 };
}
