import { ArrowRightOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Card, Pagination, Skeleton, Timeline } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/useCall';
import { EmptyHint } from '../../components/EmptyHint';
import { ProblemAlert } from '../../components/ProblemAlert';
import { TransitionTag } from '../../components/TransitionTag';
import { usePaging } from '../../components/usePaging';
import { useFormat } from '../../i18n/useFormat';
import { useText } from '../../i18n/useText';
import type { SubjectProps } from './subject-props';

/** A subject's changes of tier, newest first. */
export function SubjectHistory({ type, subjectKey }: SubjectProps): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const paging = usePaging(10);
  const history = useCall(
    'listSubjectTransitions',
    { params: { type, key: subjectKey }, query: paging.query },
    { keepPrevious: true },
  );
  return (
    <Card size="small" className="page-section" title={t('subjects.history')}>
      <ProblemAlert error={history.error} />
      {history.isPending && <Skeleton active />}
      {history.data?.total === 0 && <EmptyHint text={t('subjects.noHistory')} />}
      <Timeline
        items={(history.data?.items ?? []).map((each) => ({
          key: each.id,
          content: (
            <div data-testid={`transition-${each.kind}`}>
              <TransitionTag kind={each.kind} />
              {text(each.fromName) || t('matrix.noTier')} <ArrowRightOutlined aria-label={t('result.to')} />{' '}
              <strong>{text(each.toName) || t('matrix.gone')}</strong>
              <div className="node-muted">
                {format.dateTime(each.at)} ·{' '}
                <Link to="/runs/$runId" params={{ runId: each.runId }}>
                  {text(each.modelName)} {t('versions.short', { number: each.version })}
                </Link>
              </div>
            </div>
          ),
        }))}
      />
      <Pagination
        size="small"
        simple
        hideOnSinglePage
        current={paging.query.page}
        pageSize={paging.query.pageSize}
        total={history.data?.total ?? 0}
        onChange={paging.turnTo}
      />
    </Card>
  );
}
