import type { ModelDocument } from '@terrace/model';
import { useNavigate } from '@tanstack/react-router';
import { Button, Drawer, Flex, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../../api/useAct';
import { useCatalog } from '../../../api/useCatalog';
import { TypeSelect } from '../../../components/owner/TypeSelect';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { useLanguage } from '../../../store/preferences';

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
  const navigate = useNavigate();
  const { subjectTypes } = useCatalog();
  const [form] = Form.useForm<Fields>();
  const create = useAct('createModel', {
    refreshes: ['listModels'],
    onDone: ({ id }) => void navigate({ to: '/models/$modelId', params: { modelId: id } }),
  });
  const first = subjectTypes.find(({ recordCount }) => recordCount > 0) ?? subjectTypes[0];
  const required = { required: true, message: t('form.required') };
  return (
    <Drawer
      open
      size="min(520px, 94vw)"
      title={t('models.blank')}
      onClose={onClose}
      footer={
        <Flex justify="flex-end" gap={8}>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button
            type="primary"
            loading={create.isPending}
            data-testid="create-confirm"
            onClick={() => form.submit()}
          >
            {t('gallery.make')}
          </Button>
        </Flex>
      }
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        disabled={create.isPending}
        onFinish={({ name, subjectType }) =>
          create.mutate({ body: { document: blankDocument({ [language]: name.trim() }, subjectType) } })
        }
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
        <ProblemAlert error={create.error} />
      </Form>
    </Drawer>
  );
}
