import type { ModelDocument } from '@terrace/model';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalog } from '../../../api/useCatalog';
import { TypeSelect } from '../../../components/owner/TypeSelect';
import { useLanguage } from '../../../store/preferences';
import { CreateDrawer } from './CreateDrawer';
import { useCreateModel } from './useCreateModel';

interface Fields {
  readonly name: string;
  readonly subjectType: string;
}

/** A model with one tier, which everyone falls into until rules are drawn. */
const blankDocument = (name: ModelDocument['name'], subjectType: string): ModelDocument => ({
  schema: 2,
  name,
  subjectType,
  nodes: [
    { kind: 'tier', id: 'standard', name: { 'zh-CN': '普通', en: 'Standard' }, rank: 1, color: '#7f7f7f' },
  ],
  fallback: 'standard',
  layout: { standard: { x: 640, y: 120 } },
});

/** Makes a model with nothing in it. */
export function BlankDrawer({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { subjectTypes } = useCatalog();
  const create = useCreateModel();
  const first = subjectTypes.find(({ recordCount }) => recordCount > 0) ?? subjectTypes[0];
  const required = { required: true, message: t('form.required') };
  return (
    <CreateDrawer<Fields>
      title={t('models.blank')}
      create={create}
      onFinish={({ name, subjectType }) =>
        create.mutate({ body: { document: blankDocument({ [language]: name.trim() }, subjectType) } })
      }
      onClose={onClose}
    >
      <Form.Item name="name" label={t('models.name')} rules={[{ ...required, whitespace: true }]}>
        <Input maxLength={200} autoFocus data-testid="new-model-name" />
      </Form.Item>
      <Form.Item
        name="subjectType"
        label={t('inspector.subjectType')}
        extra={t('gallery.subjectTypeHint')}
        initialValue={first?.id}
        rules={[required]}
      >
        <TypeSelect types={subjectTypes} />
      </Form.Item>
    </CreateDrawer>
  );
}
