import type { ModelNode } from '@terrace/model';
import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { yieldsValue } from '../store/node-value';
import { Field } from '../components/Field';
import { TextPair } from './TextPair';
import { useEditNode } from './useEditNode';

/** What every node has: names and an id. */
export function NodeNames({ node }: { readonly node: ModelNode }): ReactNode {
  const { t } = useTranslation();
  const edit = useEditNode<ModelNode>(node);
  return (
    <>
      <TextPair
        label={t('inspector.name')}
        value={node.name}
        testId="node-name"
        onChange={(name, language) => edit({ name }, `name/${language}`)}
      />
      <Field label={t('form.id')} hint={yieldsValue(node) ? t('inspector.idHint') : undefined}>
        {(id) => <Input id={id} value={node.id} readOnly variant="filled" className="code" />}
      </Field>
    </>
  );
}
