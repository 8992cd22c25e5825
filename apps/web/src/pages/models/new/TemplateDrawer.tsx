import type { SubjectTypeEntry, Template } from '@terrace/client';
import { Descriptions, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalog } from '../../../api/useCatalog';
import { useOwners } from '../../../components/owner/useOwners';
import { ParameterInput, type ParameterValue } from '../../../components/parameter/ParameterInput';
import { useParameterHint } from '../../../components/parameter/useParameterHint';
import { useText } from '../../../i18n/useText';
import { useLanguage } from '../../../store/preferences';
import { CreateDrawer } from './CreateDrawer';
import { useCreateModel } from './useCreateModel';

interface TemplateDrawerProps {
  readonly template: Template;
  readonly type: SubjectTypeEntry | undefined;
  onClose(): void;
}

interface Fields {
  readonly name?: string;
  readonly parameters?: Record<string, ParameterValue>;
}

/** A template in full, with its parameters as a form, and the way to a model of one's own. */
export function TemplateDrawer({ template, type, onClose }: TemplateDrawerProps): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const language = useLanguage();
  const { nameOf } = useOwners();
  const { eventTypes } = useCatalog();
  const hintOf = useParameterHint();
  const create = useCreateModel();
  const submit = ({ name, parameters }: Fields): void =>
    create.mutate({
      body: {
        template: template.id,
        ...(parameters === undefined ? {} : { parameters }),
        ...(name?.trim() ? { name: { [language]: name.trim() } } : {}),
      },
    });
  const events = template.eventTypes.map((id) => text(eventTypes.find((each) => each.id === id)?.name) || id);
  return (
    <CreateDrawer<Fields>
      title={text(template.name)}
      about={
        <>
          {template.description !== undefined && <p className="drawer-text">{text(template.description)}</p>}
          <Descriptions
            size="small"
            column={1}
            className="page-note"
            items={[
              { key: 'plugin', label: t('gallery.industry'), children: nameOf(template.owner) },
              {
                key: 'type',
                label: t('inspector.subjectType'),
                children: type === undefined ? template.subjectType : text(type.name),
              },
              ...(events.length === 0
                ? []
                : [{ key: 'events', label: t('gallery.reads'), children: events.join(t('operator.comma')) }]),
            ]}
          />
        </>
      }
      create={create}
      onFinish={submit}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('models.name')}>
        <Input maxLength={200} placeholder={text(template.name)} data-testid="new-model-name" />
      </Form.Item>
      {template.parameters.map((parameter) => (
        <Form.Item
          key={parameter.id}
          name={['parameters', parameter.id]}
          label={text(parameter.name)}
          extra={hintOf(parameter)}
          initialValue={parameter.default}
          rules={[{ required: true, message: t('form.required') }]}
        >
          <ParameterInput parameter={parameter} />
        </Form.Item>
      ))}
    </CreateDrawer>
  );
}
