import type { ValueType } from '@terrace/expression';
import type { LocalizedText } from '../document/localized-text.js';
import type { ModelDocument } from '../document/model-document.js';
import type { ModelNode } from '../document/node.js';
import { declarationOfNode } from './value-declaration.js';

/** A node with a value, thus with a column in results. @since 0.1.0 */
export interface ValueNode {
  readonly id: string;
  readonly kind: ModelNode['kind'];
  readonly type: ValueType;
  readonly name: LocalizedText;
  /** `day`, `time`, `currency`, … of a number. */
  readonly unit?: string;
}

/** The dimensions and value-yielding nodes of a document, in its order. @since 0.1.0 */
export function valueNodes(document: ModelDocument): ValueNode[] {
  return document.nodes.flatMap((node): ValueNode[] => {
    const declaration = declarationOfNode(node);
    if (declaration === null) return [];
    const { unit } = declaration;
    return [
      {
        id: node.id,
        kind: node.kind,
        type: declaration.type,
        name: node.name,
        ...(unit === undefined ? {} : { unit }),
      },
    ];
  });
}
