import type { Template } from '@terrace/client';
import type { ModelDocument } from '@terrace/model';
import { useNavigate } from '@tanstack/react-router';
import { Form, Input, InputNumber, Modal, Radio, Select, Skeleton } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/useAct';
import { useCall } from '../../api/useCall';
import { useCatalog } from '../../api/useCatalog';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useText } from '../../i18n/useText';
import { useLanguage } from '../../store/preferences';

const blank = '';

interface Fields {
  readonly name?: string;
  readonly subjectType?: string;
  readonly parameters?: Record<string, string | number>;
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

/** Makes a model from a template, whose parameters become a form, or an empty one. */
export function CreateModel({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const language = useLanguage();
  const navigate = useNavigate();
  const { subjectTypes } = useCatalog();
  const templates = useCall('listTemplates', {}, { staleTime: 60_000 });
  const [chosen, setChosen] = useState<string>();
  const [form] = Form.useForm<Fields>();
  const create = useAct('createModel', {
    refreshes: ['listModels'],
    onDone: ({ id }) => void navigate({ to: '/models/$modelId', params: { modelId: id } }),
  });
  const template = templates.data?.items.find(({ id }) => id === chosen);
  const isBlank = chosen === blank;

  const submit = ({ name, subjectType, parameters }: Fields): void => {
    const named = name?.trim() ? { [language]: name.trim() } : undefined;
    if (isBlank && subjectType !== undefined)
      create.mutate({
        body: { document: blankDocument(named ?? { 'zh-CN': '新模型', en: 'New model' }, subjectType) },
      });
    else if (template !== undefined)
      create.mutate({
        body: {
          template: template.id,
          ...(parameters === undefined ? {} : { parameters }),
          ...(named === undefined ? {} : { name: named }),
        },
      });
  };

  return (
    <Modal
      open
      title={t('models.create')}
      width={640}
      okText={t('form.create')}
      okButtonProps={{ disabled: chosen === undefined, 'data-testid': 'create-confirm' }}
      confirmLoading={create.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {templates.isPending ? (
        <Skeleton active />
      ) : (
        <Form form={form} layout="vertical" onFinish={submit}>
          <Form.Item label={t('models.startFrom')}>
            <Radio.Group
              className="template-choice"
              value={chosen}
              onChange={(event) => {
                form.resetFields(['parameters']);
                setChosen(String(event.target.value));
              }}
            >
              {[...(templates.data?.items ?? [])].map((each: Template) => (
                <Radio key={each.id} value={each.id} data-testid={`template-${each.id}`}>
                  <strong>{text(each.name)}</strong>
                  <span className="template-text">{text(each.description)}</span>
                </Radio>
              ))}
              <Radio value={blank} data-testid="template-blank">
                <strong>{t('models.blank')}</strong>
                <span className="template-text">{t('models.blankText')}</span>
              </Radio>
            </Radio.Group>
          </Form.Item>
          {chosen !== undefined && (
            <Form.Item
              name="name"
              label={t('models.name')}
              rules={isBlank ? [{ required: true, whitespace: true, message: t('form.required') }] : []}
            >
              <Input
                maxLength={200}
                placeholder={template === undefined ? undefined : text(template.name)}
                data-testid="new-model-name"
              />
            </Form.Item>
          )}
          {isBlank && (
            <Form.Item
              name="subjectType"
              label={t('inspector.subjectType')}
              initialValue={subjectTypes[0]?.id}
              rules={[{ required: true, message: t('form.required') }]}
            >
              <Select options={subjectTypes.map(({ id, name }) => ({ value: id, label: text(name) }))} />
            </Form.Item>
          )}
          {template?.parameters.map((parameter) => (
            <Form.Item
              key={`${template.id}/${parameter.id}`}
              name={['parameters', parameter.id]}
              label={text(parameter.name)}
              extra={text(parameter.description)}
              initialValue={parameter.default}
              rules={[{ required: true, message: t('form.required') }]}
            >
              {parameter.type === 'text' ? (
                <Input maxLength={200} />
              ) : (
                <InputNumber
                  className="wide"
                  {...(parameter.type === 'integer' ? { precision: 0 } : {})}
                  {...(parameter.minimum === undefined ? {} : { min: parameter.minimum })}
                  {...(parameter.maximum === undefined ? {} : { max: parameter.maximum })}
                />
              )}
            </Form.Item>
          ))}
          <ProblemAlert error={create.error ?? templates.error} />
        </Form>
      )}
    </Modal>
  );
}
