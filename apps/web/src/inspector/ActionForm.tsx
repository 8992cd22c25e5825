import { actionTriggers, type ActionNode } from '@terrace/model';
import { Checkbox, Input, InputNumber, Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../api/useCall';
import { useSession } from '../api/useSession';
import { useContributions } from '../api/useContributions';
import { blankTask } from '../store/new-node';
import { CodeForm } from './code/CodeForm';
import { Field } from '../components/Field';
import { NodeSelect } from './NodeSelect';
import { TextPair } from './TextPair';
import { useEditNode } from './useEditNode';

export function ActionForm({ node }: { readonly node: ActionNode }): ReactNode {
  const { t } = useTranslation();
  const edit = useEditNode(node);
  const { isDesigner } = useSession();
  const webhooks = useCall('listWebhooks', {}, { enabled: isDesigner, staleTime: 60_000 });
  const { action } = node;
  const { actions } = useContributions();
  const setType = (type: 'task' | 'webhook'): void => {
    if (type === action.type) return;
    edit(
      {
        action: type === 'task' ? blankTask : { type, webhook: webhooks.data?.items[0]?.id ?? 'unconnected' },
      },
      'type',
    );
  };
  return (
    <>
      <Field label={t('action.tier')}>
        {(id) => (
          <NodeSelect
            id={id}
            value={node.tier}
            accepts={(each) => each.kind === 'tier'}
            onChange={(tier) => tier !== undefined && edit({ tier }, 'tier')}
          />
        )}
      </Field>
      <div className="field">
        <span className="field-label">{t('action.triggers')}</span>
        <Checkbox.Group
          value={node.on}
          options={actionTriggers.map((trigger) => ({ value: trigger, label: t(`transition.${trigger}`) }))}
          onChange={(on) =>
            on.length > 0 && edit({ on: actionTriggers.filter((each) => on.includes(each)) }, 'on')
          }
        />
        <div className="field-hint">{t('action.triggersHint')}</div>
      </div>
      {action.type === 'code' ? (
        <CodeForm
          codeId={action.action}
          version={action.version}
          values={action.parameters}
          entry={actions.find(
            (entry) => entry.action.type === 'code' && entry.action.action === action.action,
          )}
          hint={t('code.performs')}
          onChange={(parameters, id) => edit({ action: { ...action, parameters } }, `parameters/${id}`)}
        />
      ) : (
        <Field label={t('action.type')}>
          {(id) => (
            <Segmented
              id={id}
              block
              value={action.type}
              options={[
                { value: 'task', label: t('action.task') },
                { value: 'webhook', label: t('action.webhook') },
              ]}
              onChange={setType}
            />
          )}
        </Field>
      )}
      {action.type === 'task' ? (
        <>
          <TextPair
            label={t('action.title')}
            value={action.title}
            testId="task-title"
            onChange={(title, language) => edit({ action: { ...action, title } }, `title/${language}`)}
          />
          <div className="field-pair">
            <Field label={t('action.owner')} hint={t('action.ownerHint')}>
              {(id) => (
                <Input
                  id={id}
                  value={action.owner}
                  maxLength={100}
                  status={action.owner === '' ? 'error' : undefined}
                  onChange={(event) => edit({ action: { ...action, owner: event.target.value } }, 'owner')}
                />
              )}
            </Field>
            <Field label={t('action.dueDays')}>
              {(id) => (
                <InputNumber
                  id={id}
                  className="wide"
                  min={0}
                  max={3650}
                  precision={0}
                  value={action.dueDays ?? null}
                  placeholder={t('form.none')}
                  onChange={(dueDays) => {
                    const { dueDays: _, ...rest } = action;
                    edit({ action: dueDays === null ? rest : { ...rest, dueDays } }, 'dueDays');
                  }}
                />
              )}
            </Field>
          </div>
        </>
      ) : action.type === 'code' ? null : (
        <Field label={t('action.webhook')} hint={t('action.webhookHint')}>
          {(id) => (
            <Select
              id={id}
              className="wide"
              value={
                webhooks.data?.items.some((each) => each.id === action.webhook) ? action.webhook : undefined
              }
              placeholder={t('action.chooseWebhook')}
              loading={webhooks.isPending && isDesigner}
              options={(webhooks.data?.items ?? []).map((each) => ({ value: each.id, label: each.name }))}
              onChange={(webhook: string) => edit({ action: { type: 'webhook', webhook } }, 'webhook')}
            />
          )}
        </Field>
      )}
    </>
  );
}
