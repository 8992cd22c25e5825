import type { UpgradePreview } from '@terrace/client';
import { Alert, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IssueLines } from '../../../components/IssueLines';
import { SignatureTag } from '../../../components/plugin/SignatureTag';
import { useText } from '../../../i18n/useText';
import { CaseResults } from './CaseResults';
import { Sentences } from './Sentences';

const colors = { added: 'green', changed: 'blue', kept: 'default', removed: 'orange' } as const;

/** What an upgrade would do: to types, templates, permissions and models, with the test cases. */
export function UpgradeSummary({ preview }: { readonly preview: UpgradePreview }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const { types, templates, newPermissions, models, testCases, issues, signature, canUpgrade } = preview;
  return (
    <div className="dialog-section" data-testid="upgrade-preview">
      {!canUpgrade && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={t('plugin.cannotUpgrade')}
          description={<IssueLines issues={issues} />}
        />
      )}
      <p className="plain-text">
        {t('plugin.upgradeText')} <SignatureTag signature={signature} />
      </p>
      {newPermissions.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('plugin.newPermissions')}
          description={<Sentences texts={newPermissions} />}
        />
      )}
      <h3>{t('plugin.kind.recordTypes')}</h3>
      {types.length === 0 ? (
        <p className="plain-text">{t('plugin.noTypeChange')}</p>
      ) : (
        <ul className="dialog-list is-plain">
          {types.map((type) => (
            <li key={`${type.kind}/${type.id}`}>
              <Tag color={colors[type.change]}>{t(`plugin.change.${type.change}`)}</Tag>
              {text(type.name)}
              <Sentences texts={type.changes} />
            </li>
          ))}
        </ul>
      )}
      <h3>{t('plugin.kind.templates')}</h3>
      {templates.length === 0 ? (
        <p className="plain-text">{t('plugin.noTemplateChange')}</p>
      ) : (
        <ul className="dialog-list is-plain">
          {templates.map((template) => (
            <li key={template.id}>
              <Tag color={colors[template.change]}>{t(`plugin.change.${template.change}`)}</Tag>
              {text(template.name)}
              <Sentences texts={template.changes} />
            </li>
          ))}
        </ul>
      )}
      <h3>{t('plugin.models')}</h3>
      <p className="plain-text">{t(models.length === 0 ? 'plugin.noModels' : 'plugin.modelsStay')}</p>
      <ul className="dialog-list is-plain">
        {models.map((model) => (
          <li key={model.id}>
            <strong>{text(model.name)}</strong>
            <Sentences texts={model.changes} />
            <CaseResults result={model.testCases} />
            <Sentences texts={model.issues.map(({ message }) => message)} />
          </li>
        ))}
      </ul>
      <h3>{t('plugin.ownCases')}</h3>
      <CaseResults result={testCases} />
    </div>
  );
}
