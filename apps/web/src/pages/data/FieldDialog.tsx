import { fieldTypes } from '@terrace/model';
import { Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/useAct';
import { ProblemAlert } from '../../components/ProblemAlert';
import { nameOf, type NameFields } from './name-rules';
import { NameItems } from './NameItems';

interface Fields extends NameFields {
  readonly id: string;
  readonly type: (typeof fieldTypes)[number];
  readonly required?: boolean;
  readonly personal?: boolean;
  readonly unit?: string;
  readonly values?: string[];
  readonly minimum?: number | null;
  readonly maximum?: number | null;
  readonly aliases?: string[];
}

interface FieldDialogProps {
  readonly of: 'subject' | 'event';
  readonly type: string;
  onClose(): void;
}

/** Adds a field to a type. */
export function FieldDialog({ of, type, onClose }: FieldDialogProps): ReactNode {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const chosen = Form.useWatch('type', form) ?? 'text';
  const addToSubject = useAct('addSubjectField', { refreshes: ['listSubjectTypes'], onDone: onClose });
  const addToEvent = useAct('addEventField', { refreshes: ['listEventTypes'], onDone: onClose });
  const submit = (values: Fields): void => {
    const body = {
      id: values.id,
      name: nameOf(values),
      type: values.type,
      required: values.required ?? false,
      sensitivity: values.personal ? ('personal' as const) : ('none' as const),
      aliases: values.aliases ?? [],
      ...(values.unit?.trim() ? { unit: values.unit.trim() } : {}),
      ...(values.type === 'enumeration' ? { values: values.values ?? [] } : {}),
      ...(values.type === 'number' && typeof values.minimum === 'number' ? { minimum: values.minimum } : {}),
      ...(values.type === 'number' && typeof values.maximum === 'number' ? { maximum: values.maximum } : {}),
    };
    (of === 'subject' ? addToSubject : addToEvent).mutate({ params: { id: type }, body });
  };
  return (
    <Modal
      open
      title={t('data.addField')}
      okText={t('form.add')}
      confirmLoading={addToSubject.isPending || addToEvent.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" initialValues={{ type: 'text' }} onFinish={submit}>
        <NameItems />
        <Form.Item name="type" label={t('data.type')}>
          <Select options={fieldTypes.map((each) => ({ value: each, label: t(`data.fieldType.${each}`) }))} />
        </Form.Item>
        {chosen === 'enumeration' && (
          <Form.Item
            name="values"
            label={t('data.values')}
            rules={[{ required: true, message: t('form.required') }]}
          >
            <Select mode="tags" open={false} suffixIcon={null} />
          </Form.Item>
        )}
        {chosen === 'number' && (
          <div className="field-pair">
            <Form.Item name="minimum" label={t('data.minimum')}>
              <InputNumber className="wide" />
            </Form.Item>
            <Form.Item name="maximum" label={t('data.maximum')}>
              <InputNumber className="wide" />
            </Form.Item>
          </div>
        )}
        <Form.Item name="unit" label={t('dimension.unit')}>
          <Input maxLength={40} placeholder="currency" />
        </Form.Item>
        <Form.Item name="aliases" label={t('data.aliases')} extra={t('data.aliasesHint')}>
          <Select mode="tags" open={false} suffixIcon={null} />
        </Form.Item>
        <Form.Item name="required" valuePropName="checked">
          <Checkbox>{t('data.required')}</Checkbox>
        </Form.Item>
        <Form.Item name="personal" valuePropName="checked">
          <Checkbox>{t('data.personal')}</Checkbox>
        </Form.Item>
        <ProblemAlert error={addToSubject.error ?? addToEvent.error} />
      </Form>
    </Modal>
  );
}
