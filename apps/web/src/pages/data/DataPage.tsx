import { CloudUploadOutlined, PlusOutlined } from '@ant-design/icons';
import type { EventTypeEntry, Import, SubjectTypeEntry } from '@terrace/client';
import { Link } from '@tanstack/react-router';
import { Button, Card, Col, Flex, Progress, Row, Skeleton, Statistic, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/useCall';
import { useCatalog } from '../../api/useCatalog';
import { useSession } from '../../api/useSession';
import { EmptyHint } from '../../components/EmptyHint';
import { LinkButton } from '../../components/LinkButton';
import { ImportState } from '../../components/ImportState';
import { useOwners } from '../../components/owner/useOwners';
import { Page } from '../../components/Page';
import { PagedTable } from '../../components/PagedTable';
import { ProblemAlert } from '../../components/ProblemAlert';
import { usePaging } from '../../components/usePaging';
import { useFormat } from '../../i18n/useFormat';
import { useText } from '../../i18n/useText';
import { FieldDialog } from './FieldDialog';
import { TypeDialog } from './TypeDialog';

type Dialog =
  | { readonly kind: 'type' }
  | { readonly kind: 'field'; readonly of: 'subject' | 'event'; readonly type: string };

export function DataPage(): ReactNode {
  const { t } = useTranslation();
  const { subjectTypes, eventTypes, isLoading } = useCatalog();
  const { isAdministrator, isDesigner } = useSession();
  const { group } = useOwners();
  const [dialog, setDialog] = useState<Dialog>();
  const cards = [
    ...subjectTypes.map((type) => ({ kind: 'subject' as const, owner: type.owner, type })),
    ...eventTypes.map((type) => ({ kind: 'event' as const, owner: type.owner, type })),
  ];
  const importButton = (
    <LinkButton
      to="/data/import"
      search={{}}
      color="primary"
      variant="solid"
      icon={<CloudUploadOutlined />}
      data-testid="import"
    >
      {t('data.import')}
    </LinkButton>
  );
  return (
    <Page
      title={t('navigation.data')}
      subtitle={t('data.subtitle')}
      actions={
        <>
          {isAdministrator && (
            <Button
              icon={<PlusOutlined />}
              data-testid="add-type"
              onClick={() => setDialog({ kind: 'type' })}
            >
              {t('data.addType')}
            </Button>
          )}
          {isDesigner && importButton}
        </>
      }
    >
      {isLoading ? (
        <Skeleton active paragraph={{ rows: 6 }} />
      ) : subjectTypes.length === 0 ? (
        <Card>
          <EmptyHint text={t('data.noTypes')} />
        </Card>
      ) : (
        group(cards).map(({ owner, name, items }) => (
          <section key={owner} className="type-group" aria-labelledby={`types-${owner}`}>
            <h2 id={`types-${owner}`}>{name}</h2>
            <Row gutter={[16, 16]}>
              {items.map(({ kind, type }) => (
                <Col xs={24} lg={12} key={`${kind}/${type.id}`}>
                  <TypeCard
                    kind={kind}
                    type={type}
                    {...(isAdministrator
                      ? { onAddField: () => setDialog({ kind: 'field', of: kind, type: type.id }) }
                      : {})}
                  />
                </Col>
              ))}
            </Row>
          </section>
        ))
      )}
      <Card size="small" className="page-section" title={t('home.imports')}>
        <Imports emptyAction={isDesigner ? importButton : undefined} />
      </Card>
      {dialog?.kind === 'type' && <TypeDialog onClose={() => setDialog(undefined)} />}
      {dialog?.kind === 'field' && (
        <FieldDialog of={dialog.of} type={dialog.type} onClose={() => setDialog(undefined)} />
      )}
    </Page>
  );
}

interface TypeCardProps {
  readonly kind: 'subject' | 'event';
  readonly type: SubjectTypeEntry | EventTypeEntry;
  readonly onAddField?: () => void;
}

function TypeCard({ kind, type, onAddField }: TypeCardProps): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  return (
    <Card
      size="small"
      className="fill"
      data-testid={`type-${type.id}`}
      title={
        <Flex gap="2px 8px" align="center" wrap className="type-title">
          {text(type.name)} <code className="key">{type.id}</code>
          <Tag color={kind === 'subject' ? 'cyan' : 'geekblue'}>{t(`data.kind.${kind}`)}</Tag>
        </Flex>
      }
      extra={
        onAddField && (
          <Button
            size="small"
            icon={<PlusOutlined />}
            data-testid={`add-field-${type.id}`}
            onClick={onAddField}
          >
            {t('data.addField')}
          </Button>
        )
      }
    >
      <Flex gap={32} wrap>
        <Statistic title={t('data.records')} value={format.number(type.recordCount)} />
        {'firstAt' in type && type.firstAt !== null && (
          <Statistic
            title={t('data.range')}
            value={`${format.date(type.firstAt)} – ${format.date(type.lastAt)}`}
            styles={{ content: { fontSize: 16, lineHeight: '32px' } }}
          />
        )}
      </Flex>
      <div className="field-tags">
        {type.fields.map((field) => (
          <Tag key={field.id} title={field.id}>
            {text(field.name)} · {t(`data.fieldType.${field.type}`)}
            {field.required && ' *'}
          </Tag>
        ))}
      </div>
    </Card>
  );
}

function Imports({ emptyAction }: { readonly emptyAction: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const { subjectTypes, eventTypes } = useCatalog();
  const paging = usePaging(20);
  const imports = useCall(
    'listImports',
    { query: paging.query },
    {
      keepPrevious: true,
      pollMs: (list) =>
        list?.items.some(({ state }) => state === 'queued' || state === 'running') ? 1000 : false,
    },
  );
  const targetName = ({ target }: Import): string => {
    const types = target.kind === 'subject' ? subjectTypes : eventTypes;
    return text(types.find(({ id }) => id === target.type)?.name) || target.type;
  };
  return (
    <>
      <ProblemAlert error={imports.error} />
      <PagedTable<Import>
        size="small"
        rowKey="id"
        list={imports}
        paging={paging}
        empty={<EmptyHint text={t('home.noImports')}>{emptyAction}</EmptyHint>}
        columns={[
          {
            title: t('import.file'),
            render: (_, each) => (
              <Link to="/data/imports/$importId" params={{ importId: each.id }}>
                {each.fileName}
              </Link>
            ),
          },
          { title: t('import.target'), render: (_, each) => targetName(each) },
          {
            title: t('models.state'),
            render: (_, { state, progress }) =>
              state === 'running' ? (
                <Progress percent={Math.round(progress * 100)} size="small" className="table-progress" />
              ) : (
                <ImportState state={state} />
              ),
          },
          {
            title: t('import.count.rows'),
            align: 'right',
            render: (_, { counts }) => format.number(counts.rows),
          },
          {
            title: t('import.count.bad'),
            align: 'right',
            render: (_, { counts }) => format.number(counts.bad),
          },
          { title: t('run.createdAt'), render: (_, { createdAt }) => format.dateTime(createdAt) },
        ]}
      />
    </>
  );
}
