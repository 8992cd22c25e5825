import type { PluginCandidate } from '@terrace/client';
import { Alert, Descriptions } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IssueLines } from '../../../components/IssueLines';
import { Permissions } from '../../../components/plugin/Permissions';
import { SignatureTag } from '../../../components/plugin/SignatureTag';
import { useCountWords } from '../../../components/plugin/useCountWords';
import { useText } from '../../../i18n/useText';

/** What a version is: whose it is, what it brings, what its code may do, and what stands against it. */
export function CandidateSummary({ candidate }: { readonly candidate: PluginCandidate }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const countWords = useCountWords();
  const { manifest, signature, issues } = candidate;
  return (
    <div data-testid="plugin-candidate">
      {issues.length > 0 && (
        <Alert
          className="page-note"
          type="error"
          showIcon
          role="alert"
          title={t('plugin.cannotInstall')}
          description={<IssueLines issues={issues} />}
        />
      )}
      <h3 className="staged-name">
        {text(manifest.name)} <span className="node-muted">{manifest.version}</span>{' '}
        <SignatureTag signature={signature} />
      </h3>
      {manifest.description !== undefined && <p className="plain-text">{text(manifest.description)}</p>}
      <Descriptions
        size="small"
        column={1}
        items={[
          {
            key: 'brings',
            label: t('plugin.brings'),
            children: countWords(manifest.counts).join(t('operator.comma')) || t('plugin.addsNothing'),
          },
          ...(manifest.author === null
            ? []
            : [{ key: 'author', label: t('plugin.author'), children: manifest.author.name }]),
          { key: 'license', label: t('settings.license'), children: manifest.license },
          { key: 'host', label: t('plugin.host'), children: manifest.host },
          ...(signature.fingerprint === null
            ? []
            : [
                {
                  key: 'key',
                  label: t('plugin.fingerprint'),
                  children: <span className="fingerprint">{signature.fingerprint}</span>,
                },
              ]),
        ]}
      />
      <section className="dialog-section">
        <h3>{t('plugin.permissions')}</h3>
        <Permissions permissions={manifest.permissions} />
      </section>
    </div>
  );
}
