import { DownloadOutlined } from '@ant-design/icons';
import { urlOf } from '@terrace/client';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Breadcrumb, Button, Card, Col, Flex, Popconfirm, Progress, Row, Statistic } from 'antd';
import { LinkButton } from '../../../components/LinkButton';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../../api/useAct';
import { refresh, useCall } from '../../../api/useCall';
import { useSession } from '../../../api/useSession';
import { ImportState } from '../../../components/ImportState';
import { Page } from '../../../components/Page';
import { PageSkeleton } from '../../../components/PageSkeleton';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { BadRowsTable } from './BadRowsTable';

const counted = ['rows', 'added', 'updated', 'unchanged', 'bad'] as const;
const pageSize = 50;

/** An import: its progress, its counts, the rows set aside. */
export function ImportPage(): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const client = useQueryClient();
  const { isDesigner } = useSession();
  const { importId } = useParams({ from: '/signedIn/data/imports/$importId' });
  const [page, setPage] = useState(1);
  const params = { id: importId };
  const found = useCall(
    'getImport',
    { params },
    {
      staleTime: 0,
      pollMs: (each) =>
        each === undefined || each.state === 'queued' || each.state === 'running' ? 500 : false,
    },
  );
  const cancel = useAct('cancelImport', { refreshes: ['getImport', 'listImports'] });
  const state = found.data?.state;
  const hasBad = (found.data?.counts.bad ?? 0) > 0 && state === 'done';
  const badRows = useCall(
    'listBadRows',
    { params, query: { page, pageSize } },
    { enabled: hasBad && isDesigner, keepPrevious: true },
  );
  useEffect(() => {
    if (state === 'done') void refresh(client, ['listSubjectTypes', 'listEventTypes', 'listSubjects']);
  }, [client, state]);
  if (found.isError && found.data === undefined)
    return (
      <Page title={t('import.title')}>
        <ProblemAlert error={found.error} />
      </Page>
    );
  if (found.data === undefined) return <PageSkeleton />;
  const { fileName, counts, progress, error } = found.data;
  const isUnderWay = state === 'queued' || state === 'running';
  return (
    <Page
      title={
        <>
          {fileName}{' '}
          <span data-testid="import-state" data-state={state}>
            <ImportState state={found.data.state} />
          </span>
        </>
      }
      subtitle={
        <Breadcrumb
          items={[{ title: <Link to="/data">{t('navigation.data')}</Link> }, { title: t('import.title') }]}
        />
      }
      actions={
        isUnderWay && isDesigner ? (
          <Popconfirm title={t('import.cancelConfirm')} onConfirm={() => cancel.mutate({ params })}>
            <Button danger loading={cancel.isPending}>
              {t('import.cancel')}
            </Button>
          </Popconfirm>
        ) : state === 'done' && isDesigner ? (
          <LinkButton to="/models" color="primary" variant="solid">
            {t('import.toModels')}
          </LinkButton>
        ) : undefined
      }
    >
      <ProblemAlert error={cancel.error} />
      {isUnderWay && (
        <Card className="page-note">
          <Progress percent={Math.round(progress * 100)} status="active" />
        </Card>
      )}
      {state === 'failed' && (
        <Alert
          className="page-note"
          type="error"
          showIcon
          title={t('import.failed')}
          description={error === null ? undefined : text(error.message)}
        />
      )}
      <Row gutter={[16, 16]}>
        {counted.map((each) => (
          <Col xs={12} md={8} lg={4} key={each}>
            <Card size="small" data-testid={`import-${each}`}>
              <Statistic title={t(`import.count.${each}`)} value={format.number(counts[each])} />
            </Card>
          </Col>
        ))}
      </Row>
      {hasBad && isDesigner && (
        <Card
          size="small"
          className="page-section"
          title={t('import.badRows')}
          extra={
            <Flex gap={8}>
              <Button
                size="small"
                icon={<DownloadOutlined />}
                href={urlOf('downloadBadRows', params)}
                download
              >
                {t('import.downloadBad')}
              </Button>
            </Flex>
          }
        >
          <p className="node-muted">{t('import.badRowsHint')}</p>
          <ProblemAlert error={badRows.error} />
          <BadRowsTable
            rows={badRows.data?.items ?? []}
            isLoading={badRows.isPending}
            pagination={{
              current: page,
              pageSize,
              total: badRows.data?.total ?? 0,
              hideOnSinglePage: true,
              showSizeChanger: false,
              onChange: setPage,
            }}
          />
        </Card>
      )}
    </Page>
  );
}
