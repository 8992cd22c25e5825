import { childrenOf, type ExpressionNode } from './expression-node.js';

const hashes = new WeakMap<ExpressionNode, number>();

function hashText(text: string, start: number): number {
  let hash = start;
  // FNV-1a's step; the prime is its 32-bit one.
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619);
  return hash;
}

function ownText(node: ExpressionNode): string {
  switch (node.kind) {
    case 'literal':
      return `${typeof node.value}:${String(node.value)}`;
    case 'record':
      return `record:${JSON.stringify(node.value)}`;
    case 'list':
      return 'list';
    case 'variable':
      return `var:${node.name}`;
    case 'operation':
      return `operation:${node.operator}`;
  }
}

/** A number that is the same for equal nodes. Each node is looked at once, however often it is asked for. */
export function hashOf(node: ExpressionNode): number {
  const known = hashes.get(node);
  if (known !== undefined) return known;
  let hash = hashText(ownText(node), 2_166_136_261);
  for (const child of childrenOf(node)) hash = Math.imul(hash ^ hashOf(child), 16_777_619);
  hashes.set(node, hash);
  return hash;
}

/**
 * Whether two nodes say the same, however their operands were written.
 * @returns true where operators, names, literals and structure are equal; nothing is computed, so `a + 1` and `1 + a` differ
 * @since 0.1.0
 */
export function sameExpression(a: ExpressionNode, b: ExpressionNode): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind || hashOf(a) !== hashOf(b) || ownText(a) !== ownText(b)) return false;
  const [left, right] = [childrenOf(a), childrenOf(b)];
  return (
    left.length === right.length &&
    left.every((child, index) => {
      const other = right[index];
      return other !== undefined && sameExpression(child, other);
    })
  );
}

/** The nodes without those that say the same as an earlier one. */
export function distinct(nodes: readonly ExpressionNode[]): ExpressionNode[] {
  if (nodes.length < 2) return [...nodes];
  const seen = new Map<number, ExpressionNode[]>();
  return nodes.filter((node) => {
    const hash = hashOf(node);
    const alike = seen.get(hash);
    if (alike === undefined) {
      seen.set(hash, [node]);
      return true;
    }
    if (alike.some((each) => sameExpression(each, node))) return false;
    alike.push(node);
    return true;
  });
}
