import { normalizeHeader, typeOfField, type Field, type ModelDocument, type ModelNode } from '@terrace/model';
import { fitsValueType, matchField, type PointsVariable } from '@terrace/model/points-table';
import { valueTypeOf } from '../../../store/node-value';

/** Where an item of a pasted card gets its value: a node that is there, a field that gets a dimension, or a line that is drawn later. */
export type VariableSource =
  | { readonly kind: 'node'; readonly id: string }
  | { readonly kind: 'field'; readonly id: string }
  | { readonly kind: 'later' };

/** What the sources of a card are chosen from. */
export interface SourceChoices {
  readonly nodes: readonly ModelNode[];
  readonly fields: readonly Field[];
}

/** The nodes and fields whose values the bins of a variable can tell apart. */
export function choicesFor(
  variable: PointsVariable,
  document: ModelDocument,
  cardId: string,
  fields: readonly Field[],
): SourceChoices {
  return {
    nodes: document.nodes.filter((node) => {
      const type = node.id === cardId ? undefined : valueTypeOf(node);
      return type !== undefined && type !== 'list' && fitsValueType(variable, type);
    }),
    fields: fields.filter((field) => fitsValueType(variable, typeOfField(field))),
  };
}

/** Whether a node is called as the variable is, or is the dimension of the field that is. */
function isAbout(node: ModelNode, variable: PointsVariable, field: string | undefined): boolean {
  if (node.kind === 'dimension' && node.source.kind === 'field' && node.source.field === field) return true;
  const name = normalizeHeader(variable.name);
  return (
    name !== '' &&
    [node.id, node.name.en, node.name['zh-CN']].some((text) => normalizeHeader(text ?? '') === name)
  );
}

/** The likeliest source of every variable, each node and field once: the node about it, else the field of that name. */
export function likelySources(
  variables: readonly PointsVariable[],
  document: ModelDocument,
  cardId: string,
  fields: readonly Field[],
): readonly VariableSource[] {
  const taken = new Set<string>();
  return variables.map((variable): VariableSource => {
    const match = matchField(variable, fields);
    const { nodes } = choicesFor(variable, document, cardId, fields);
    const node = nodes.find(
      (each) => !taken.has(`node ${each.id}`) && isAbout(each, variable, match?.field.id),
    );
    if (node !== undefined) {
      taken.add(`node ${node.id}`);
      return { kind: 'node', id: node.id };
    }
    if (match === null || match.valueType === null || taken.has(`field ${match.field.id}`))
      return { kind: 'later' };
    taken.add(`field ${match.field.id}`);
    return { kind: 'field', id: match.field.id };
  });
}
