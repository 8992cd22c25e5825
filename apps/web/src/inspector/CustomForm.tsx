import type { CustomNode } from '@terrace/model';
import type { ReactNode } from 'react';
import { useText } from '../i18n/useText';
import { familyOf } from '../store/links/custom-links';
import { valueTypeOf } from '../store/node-value';
import { Field } from './Field';
import { NodeSelect } from './NodeSelect';
import { useEditNode } from './useEditNode';

/** The form of a node of a contributed kind, made from its definition. */
export function CustomForm({ node }: { readonly node: CustomNode }): ReactNode {
  const text = useText();
  const edit = useEditNode(node);
  return (
    <>
      {node.definition.inputs.map((input) => (
        <Field key={input.id} label={text(input.name)}>
          {(id) => (
            <NodeSelect
              id={id}
              value={node.inputs[input.id]}
              accepts={(each) => {
                const type = valueTypeOf(each);
                return each.id !== node.id && type !== undefined && familyOf(type) === familyOf(input.type);
              }}
              onChange={(source) =>
                source !== undefined && edit({ inputs: { ...node.inputs, [input.id]: source } }, input.id)
              }
            />
          )}
        </Field>
      ))}
    </>
  );
}
