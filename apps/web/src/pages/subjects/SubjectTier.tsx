import { Link } from '@tanstack/react-router';
import type { Assignment, ExplanationStep } from '@terrace/client';
import type { ModelNode, TierNode } from '@terrace/model';
import { Card, Flex, Skeleton, Timeline } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/useCall';
import { ProblemAlert } from '../../components/ProblemAlert';
import { ResultValue } from '../../components/result/ResultValue';
import { useTiers } from '../../components/result/tier-info';
import { TierTag } from '../../components/TierTag';
import { useFormat } from '../../i18n/useFormat';
import { useText } from '../../i18n/useText';
import { yieldsValue } from '../../store/node-value';
import { TierPromises } from './TierPromises';

interface SubjectTierProps {
  readonly type: string;
  readonly assignment: Assignment;
}

/** Conditions and what leads to tiers say all in their sentence. */
const hasShownValue = (node: ModelNode | undefined): boolean =>
  node !== undefined && node.kind !== 'condition' && yieldsValue(node);

/** A subject's tier in one model and why it has it. */
export function SubjectTier({ type, assignment }: SubjectTierProps): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const { modelId, key, version: number } = assignment;
  const explanation = useCall('explainSubject', { params: { type, key }, query: { modelId } });
  const version = useCall('getVersion', { params: { id: modelId, number } }, { staleTime: Infinity });
  const tiers = useTiers(version.data?.document);
  const tier = version.data?.document.nodes.find(
    (node): node is TierNode => node.kind === 'tier' && node.id === assignment.tier,
  );
  const nodeOf = (step: ExplanationStep) => version.data?.document.nodes.find(({ id }) => id === step.nodeId);
  return (
    <Card
      size="small"
      className="subject-tier"
      data-testid={`tier-of-${modelId}`}
      title={
        <Link to="/models/$modelId" params={{ modelId }}>
          {text(assignment.modelName)}
        </Link>
      }
      extra={
        <span className="node-muted">
          {t('subjects.sinceVersion', { since: format.date(assignment.since), number })}
        </span>
      }
    >
      <Flex align="center" gap={12} className="tier-headline">
        <span data-testid="current-tier" data-tier={assignment.tier}>
          <TierTag name={text(assignment.tierName)} color={tiers.of(assignment.tier).color} />
        </span>
      </Flex>
      <TierPromises tier={tier} />
      <h3 className="why">{t('subjects.why')}</h3>
      <ProblemAlert error={explanation.error} />
      {explanation.isPending && <Skeleton active />}
      {explanation.data !== undefined && (
        <>
          <p className="why-summary" data-testid="why-summary">
            {text(explanation.data.summary)}
          </p>
          <p className="why-legend">
            <span className="why-key" aria-hidden /> {t('subjects.decisiveLegend')}
          </p>
          <Timeline
            items={explanation.data.steps.map((step) => ({
              key: step.nodeId,
              color: 'gray',
              content: (
                <div
                  className={step.isDecisive ? 'why-step is-decisive' : 'why-step'}
                  data-testid={`why-${step.nodeId}`}
                >
                  <Flex justify="space-between" gap={12}>
                    <span className="why-name">{text(step.name)}</span>
                    {step.kind !== 'tier' && (
                      <span className="why-value">
                        {hasShownValue(nodeOf(step)) && (
                          <ResultValue value={step.value} node={nodeOf(step)} />
                        )}
                      </span>
                    )}
                  </Flex>
                  <div className="node-muted">{text(step.sentence)}</div>
                  {step.isDecisive && <span className="visually-hidden">{t('subjects.decisive')}</span>}
                </div>
              ),
            }))}
          />
        </>
      )}
    </Card>
  );
}
