import { Form, Modal, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/useAct';
import { useCatalog } from '../../api/useCatalog';
import { TypeSelect } from '../../components/owner/TypeSelect';
import { ProblemAlert } from '../../components/ProblemAlert';
import { nameOf, type NameFields } from './name-rules';
import { NameItems } from './NameItems';

interface Fields extends NameFields {
  readonly kind: 'subject' | 'event';
  readonly id: string;
  readonly subjectType?: string;
}

/** Adds a subject or event type; its fields are added to it afterwards. */
export function TypeDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { subjectTypes } = useCatalog();
  const [form] = Form.useForm<Fields>();
  const kind = Form.useWatch('kind', form) ?? 'subject';
  const createSubject = useAct('createSubjectType', { refreshes: ['listSubjectTypes'], onDone: onClose });
  const createEvent = useAct('createEventType', { refreshes: ['listEventTypes'], onDone: onClose });
  const submit = (values: Fields): void => {
    const common = { id: values.id, name: nameOf(values), fields: [] };
    if (values.kind === 'subject') createSubject.mutate({ body: common });
    else createEvent.mutate({ body: { ...common, subjectType: values.subjectType ?? '' } });
  };
  return (
    <Modal
      open
      title={t('data.addType')}
      okText={t('form.add')}
      confirmLoading={createSubject.isPending || createEvent.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" initialValues={{ kind: 'subject' }} onFinish={submit}>
        <Form.Item name="kind" label={t('data.what')}>
          <Segmented
            block
            options={[
              { value: 'subject', label: t('data.kind.subject') },
              { value: 'event', label: t('data.kind.event'), disabled: subjectTypes.length === 0 },
            ]}
          />
        </Form.Item>
        <NameItems />
        {kind === 'event' && (
          <Form.Item
            name="subjectType"
            label={t('data.eventOf')}
            initialValue={subjectTypes[0]?.id}
            rules={[{ required: true, message: t('form.required') }]}
          >
            <TypeSelect types={subjectTypes} />
          </Form.Item>
        )}
        <ProblemAlert error={createSubject.error ?? createEvent.error} />
      </Form>
    </Modal>
  );
}
