import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalog } from '../api/useCatalog';
import { useText } from '../i18n/useText';
import { selectDocument } from '../store/editor-selectors';
import { useEditor, useEditorStore } from '../store/editor-store';
import { Field } from '../components/Field';
import { LifecycleForm } from './lifecycle/LifecycleForm';
import { NodeSelect } from './NodeSelect';
import { PriorityForm } from './PriorityForm';
import { TextPair } from './TextPair';

/** The model as a whole, shown while no node is selected. */
export function ModelForm(): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const document = useEditor(selectDocument);
  const store = useEditorStore();
  const { subjectTypes } = useCatalog();
  const describe = (patch: Partial<typeof document>, part: string): void =>
    store.getState().dispatch({ type: 'describe', patch }, `model/${part}`);
  const subjectType = subjectTypes.find(({ id }) => id === document.subjectType);
  return (
    <>
      <TextPair
        label={t('inspector.name')}
        value={document.name}
        testId="model-name"
        onChange={(name, language) => describe({ name }, `name/${language}`)}
      />
      <TextPair
        label={t('inspector.description')}
        value={document.description}
        maxLength={2000}
        isLong
        onChange={(description, language) =>
          describe(
            {
              description: Object.values(description).every((part) => part === '') ? undefined : description,
            },
            `description/${language}`,
          )
        }
      />
      <Field label={t('inspector.subjectType')}>
        {(id) => (
          <Input
            id={id}
            variant="filled"
            readOnly
            value={subjectType === undefined ? document.subjectType : text(subjectType.name)}
          />
        )}
      </Field>
      <Field label={t('inspector.fallback')} hint={t('tier.fallbackHint')}>
        {(id) => (
          <NodeSelect
            id={id}
            value={document.fallback}
            accepts={(node) => node.kind === 'tier'}
            onChange={(fallback) => fallback !== undefined && describe({ fallback }, 'fallback')}
          />
        )}
      </Field>
      <Field label={t('inspector.amount')} hint={t('inspector.amountHint')}>
        {(id) => (
          <NodeSelect
            id={id}
            value={document.amount}
            isClearable
            accepts={(node) => node.kind === 'dimension' && node.valueType === 'number'}
            onChange={(amount) => describe({ amount }, 'amount')}
          />
        )}
      </Field>
      <PriorityForm />
      <LifecycleForm />
    </>
  );
}
