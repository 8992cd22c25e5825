const joined = (operator) => (parts) => `(${parts.join(` ${operator} `)})`;
const infix = Object.fromEntries(
  ['<', '<=', '>', '>=', '==', '!=', '+', '-', '*', '/', '%', 'and', 'or'].map((each) => [
    each,
    joined(each),
  ]),
);

function chosen(parts) {
  const [test, result, ...rest] = parts;
  if (result === undefined) return test;
  return `(${test} ? ${result} : ${rest.length === 0 ? 'null' : chosen(rest)})`;
}

/** An exported, total JSON Logic rule in the expression language of zen-engine. @see https://docs.gorules.io */
export function zenExpression(rule) {
  if (rule === null || typeof rule !== 'object') return typeof rule === 'string' ? `'${rule}'` : String(rule);
  if (Array.isArray(rule)) return `[${rule.map(zenExpression).join(', ')}]`;
  const [[operator, given]] = Object.entries(rule);
  if (operator === 'var') return given;
  const operands = Array.isArray(given) ? given : [given];
  if (operator === 'missing') return `(${operands.map((name) => `${name} == null`).join(' or ')})`;
  const parts = operands.map(zenExpression);
  if (operator === '!') return `(not ${parts[0]})`;
  if (operator === '!!') return parts[0];
  if (operator === 'if') return chosen(parts);
  if (operator === 'in') return `(${parts[0]} in ${parts[1]})`;
  if (operator === '+' && parts.length === 1) return parts[0];
  // A condition that holds or not: it is compared, since null is no condition there.
  if (parts.length === 3 && operator.startsWith('<'))
    return `(${parts[0]} ${operator} ${parts[1]} and ${parts[1]} ${operator} ${parts[2]})`;
  return infix[operator](parts);
}

/** The steps of a program as one expression node of a decision graph; each may use those before it. */
export function zenGraph(steps) {
  const expressions = steps.map(({ name, rule }) => ({
    id: name,
    key: name,
    value: zenExpression(rule).replaceAll(/\b(?<name>[a-z_]+)\b/g, (text, name) =>
      steps.some((step) => step.name === name) ? `$.${name}` : text,
    ),
  }));
  return {
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
      {
        id: 'steps',
        type: 'expressionNode',
        name: 'steps',
        position: { x: 1, y: 0 },
        content: { expressions },
      },
      { id: 'out', type: 'outputNode', name: 'out', position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: 'e1', type: 'edge', sourceId: 'in', targetId: 'steps' },
      { id: 'e2', type: 'edge', sourceId: 'steps', targetId: 'out' },
    ],
  };
}
