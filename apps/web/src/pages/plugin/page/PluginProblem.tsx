import type { PluginDetail } from '@terrace/client';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IssueLines } from '../../../components/IssueLines';
import { useText } from '../../../i18n/useText';

/** Why a plugin is quarantined or cannot be used, every fault of it, and the way back. */
export function PluginProblem({ plugin }: { readonly plugin: PluginDetail }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const { state, problem, faults } = plugin;
  if (state !== 'quarantined' && state !== 'faulty') return null;
  const isQuarantined = state === 'quarantined';
  return (
    <Alert
      className="page-note"
      type={isQuarantined ? 'warning' : 'error'}
      showIcon
      role="alert"
      data-testid="plugin-problem"
      title={t(isQuarantined ? 'plugin.quarantined' : 'plugin.faulty')}
      description={
        <>
          {(faults.length === 0 || isQuarantined) && problem !== null && (
            <p className="plain-text">{text(problem)}</p>
          )}
          {faults.length > 0 && <IssueLines issues={faults} />}
          <div className="node-muted">
            {t(isQuarantined ? 'plugin.quarantinedHint' : 'plugin.faultyHint')}
          </div>
        </>
      }
    />
  );
}
