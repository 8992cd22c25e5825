import { CheckCircleFilled, CloseOutlined, LoadingOutlined } from '@ant-design/icons';
import type { Finding } from '@terrace/model';
import { useReactFlow } from '@xyflow/react';
import { Alert, App, Button, Flex, Tag } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { selectDocument } from '../../../store/editor-selectors';
import { useEditor, useEditorStore } from '../../../store/editor-store';
import { FindingItem } from './FindingItem';
import { repairChange } from './repair-change';
import type { ProofState } from './useProof';

interface ProofPanelProps {
  readonly state: ProofState;
  onClose(): void;
}

/** What the proof of the rules found: each with subjects that show it, and a repair where there is one. */
export function ProofPanel({ state, onClose }: ProofPanelProps): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const { message } = App.useApp();
  const store = useEditorStore();
  const nodes = useEditor((each) => selectDocument(each).nodes);
  const { fitView } = useReactFlow();
  const { proof, error, isRunning } = state;
  const isCurrent = state.nodes === nodes && !isRunning;
  useEffect(() => () => store.getState().highlight([]), [store]);

  const show = (finding: Finding): void => {
    const known = new Set(nodes.map(({ id }) => id));
    // The code of a rule begins with the id of the node it stands in.
    const ofRules = finding.rules.map((code) => code.split('.')[0] ?? code);
    const ids = [...new Set([...ofRules, ...finding.nodes])].filter((id) => known.has(id));
    const { select, highlight } = store.getState();
    // One node, so that its form opens beside it; the others are marked.
    select(ids.slice(0, 1));
    highlight([...finding.rules, ...ids]);
    if (ids.length > 0)
      void fitView({ nodes: ids.map((id) => ({ id })), maxZoom: 1, duration: 250, padding: 0.2 });
  };
  const repair = (finding: Finding): void => {
    if (finding.repair === null) return;
    const { history, canvasNodes, dispatch } = store.getState();
    const places = Object.fromEntries(canvasNodes.map(({ id, position }) => [id, position]));
    dispatch(repairChange(history.present, finding.repair, places));
    void message.success(t('proof.repaired'));
  };

  return (
    <section className="proof" aria-label={t('proof.title')} data-testid="proof-panel">
      <Flex align="center" gap={10} className="proof-head">
        <h2>{t('proof.title')}</h2>
        <span role="status" className="proof-status" data-testid="proof-status">
          {isRunning || (proof === undefined && error === undefined) ? (
            <>
              <LoadingOutlined /> {t('proof.running')}
            </>
          ) : (
            proof !== undefined && <ProofScope state={state} />
          )}
        </span>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('form.close')}
          data-testid="close-proof"
          onClick={onClose}
        />
      </Flex>
      {error !== undefined && <Alert type="error" showIcon title={t('proof.failed')} description={error} />}
      {proof !== undefined && (
        <div className={isCurrent ? 'proof-body' : 'proof-body is-old'}>
          {proof.findings.length === 0 && proof.boxes > 0 && (
            <div className="proof-none" data-testid="proof-none">
              <CheckCircleFilled /> {t(proof.isExact ? 'proof.none' : 'proof.noneSampled')}
            </div>
          )}
          <ul className="proof-list">
            {proof.findings.map((finding, index) => (
              <FindingItem
                key={index}
                finding={finding}
                canRepair={isCurrent}
                onShow={() => show(finding)}
                onRepair={() => repair(finding)}
              />
            ))}
          </ul>
          {Object.entries(proof.omitted).map(([kind, count]) => (
            <div key={kind} className="node-muted">
              {t('proof.omitted', { count, kind: t(`proof.kind.${kind as Finding['kind']}`) })}
            </div>
          ))}
          {proof.notes.length > 0 && (
            <ul className="proof-notes">
              {proof.notes.map((note, index) => (
                <li key={index}>{text(note)}</li>
              ))}
            </ul>
          )}
        </div>
      )}
    </section>
  );
}

/** How much was looked at, and whether that is everything. */
function ProofScope({ state }: { readonly state: ProofState }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { proof } = state;
  if (proof === undefined || proof.boxes + proof.samples === 0) return null;
  return (
    <>
      <Tag color={proof.isExact ? 'green' : 'orange'}>
        {t(proof.isExact ? 'proof.exact' : 'proof.sampled')}
      </Tag>
      {t('proof.findings', { count: proof.findings.length })}
      {' · '}
      {t('proof.boxes', { count: proof.boxes, number: format.number(proof.boxes) })}
      {proof.samples > 0 && (
        <>
          {' · '}
          {t('proof.samples', { count: proof.samples, number: format.number(proof.samples) })}
        </>
      )}
    </>
  );
}
