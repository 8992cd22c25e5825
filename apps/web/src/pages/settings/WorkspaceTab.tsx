import type { Workspace } from '@terrace/client';
import { languages } from '@terrace/model';
import { App, Button, Card, Form, Select, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/useAct';
import { useCall } from '../../api/useCall';
import { useSession } from '../../api/useSession';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useLanguage } from '../../store/preferences';

/** Settings of the whole installation. */
export function WorkspaceTab(): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { message } = App.useApp();
  const { isAdministrator } = useSession();
  const workspace = useCall('getWorkspace', {}, { staleTime: Infinity });
  const update = useAct('updateWorkspace', {
    refreshes: ['getWorkspace'],
    onDone: () => void message.success(t('form.saved')),
  });
  if (workspace.data === undefined)
    return workspace.isError ? <ProblemAlert error={workspace.error} /> : <Skeleton active />;
  const currencyNames = new Intl.DisplayNames(language, { type: 'currency' });
  const zones = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), workspace.data.timeZone])];
  return (
    <Card className="narrow">
      <Form<Workspace>
        layout="vertical"
        disabled={!isAdministrator}
        initialValues={workspace.data}
        onFinish={(body) => update.mutate({ body })}
      >
        <Form.Item name="timeZone" label={t('settings.timeZone')} extra={t('settings.timeZoneHint')}>
          <Select showSearch options={zones.map((zone) => ({ value: zone, label: zone }))} />
        </Form.Item>
        <Form.Item name="currency" label={t('settings.currency')} extra={t('settings.currencyHint')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={Intl.supportedValuesOf('currency').map((code) => ({
              value: code,
              label: `${code} · ${currencyNames.of(code) ?? code}`,
            }))}
          />
        </Form.Item>
        <Form.Item name="defaultLanguage" label={t('settings.language')} extra={t('settings.languageHint')}>
          <Select options={languages.map((each) => ({ value: each, label: t(`language.${each}`) }))} />
        </Form.Item>
        <ProblemAlert error={update.error} />
        {isAdministrator && (
          <Button type="primary" htmlType="submit" loading={update.isPending} data-testid="save-workspace">
            {t('form.save')}
          </Button>
        )}
      </Form>
    </Card>
  );
}
