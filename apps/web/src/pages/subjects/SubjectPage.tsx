import { Link, useParams } from '@tanstack/react-router';
import type { Subject } from '@terrace/client';
import { Breadcrumb, Card, Col, Descriptions, Row, Table, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/useCall';
import { useCatalog } from '../../api/useCatalog';
import { EmptyHint } from '../../components/EmptyHint';
import { Page } from '../../components/Page';
import { PageSkeleton } from '../../components/PageSkeleton';
import { ProblemAlert } from '../../components/ProblemAlert';
import { showValue } from '../../components/result/ResultValue';
import { useFormat } from '../../i18n/useFormat';
import { useText } from '../../i18n/useText';
import { SubjectHistory } from './SubjectHistory';
import { SubjectTasks } from './SubjectTasks';
import { SubjectTier } from './SubjectTier';

type FieldValue = Subject['fields'][string];

/** One subject: its tiers and why, its history, tasks, fields and events. */
export function SubjectPage(): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const { type, key } = useParams({ from: '/signedIn/subjects/$type/$key' });
  const { subjectTypes, eventTypes } = useCatalog();
  const subject = useCall('getSubject', { params: { type, key } });
  const definition = subjectTypes.find(({ id }) => id === type);
  const crumb = (
    <Breadcrumb
      items={[
        {
          title: (
            <Link to="/subjects" search={{ type }}>
              {definition === undefined ? t('navigation.subjects') : text(definition.name)}
            </Link>
          ),
        },
        { title: <span className="subject-key">{key}</span> },
      ]}
    />
  );
  if (subject.isError)
    return (
      <Page title={key} subtitle={crumb}>
        <ProblemAlert error={subject.error} />
      </Page>
    );
  if (subject.data === undefined) return <PageSkeleton />;
  const words = { yes: t('form.yes'), no: t('form.no'), missing: '–' };
  const show = (
    value: FieldValue | undefined,
    field: { type: string; unit?: string | undefined },
  ): string => {
    const valueType =
      field.type === 'date' || field.type === 'instant' || field.type === 'number' ? field.type : 'text';
    const about = { valueType, unit: field.unit } as const;
    return showValue(
      value,
      format,
      words,
      valueType === 'text' && field.type === 'boolean' ? undefined : about,
    );
  };
  const { label, fields, assignments, events, eventCounts } = subject.data;
  return (
    <Page title={label ?? key} subtitle={crumb}>
      <Row gutter={[16, 16]}>
        <Col xs={24} xl={15}>
          {assignments.length === 0 ? (
            <Card>
              <EmptyHint text={t('subjects.noTier')} />
            </Card>
          ) : (
            assignments.map((assignment) => (
              <SubjectTier key={assignment.modelId} type={type} assignment={assignment} />
            ))
          )}
          <Card size="small" className="page-section" title={t('subjects.events')}>
            {Object.keys(eventCounts).length === 0 ? (
              <EmptyHint text={t('subjects.noEvents')} />
            ) : (
              <Tabs
                items={Object.entries(eventCounts).map(([eventType, count]) => {
                  const event = eventTypes.find(({ id }) => id === eventType);
                  const shown = events.filter((each) => each.type === eventType);
                  return {
                    key: eventType,
                    label: `${event === undefined ? eventType : text(event.name)} (${format.number(count)})`,
                    children: (
                      <>
                        <Table
                          size="small"
                          rowKey="id"
                          dataSource={shown}
                          scroll={{ x: 'max-content' }}
                          pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
                          columns={[
                            { title: t('subjects.at'), render: (_, { at }) => format.dateTime(at) },
                            ...(event?.fields ?? []).map((field) => ({
                              title: text(field.name),
                              align: field.type === 'number' ? ('right' as const) : ('left' as const),
                              render: (_: unknown, each: (typeof shown)[number]) =>
                                show(each.fields[field.id], field),
                            })),
                          ]}
                        />
                        {shown.length < count && (
                          <div className="node-muted">
                            {t('subjects.newestEvents', { number: format.number(shown.length) })}
                          </div>
                        )}
                      </>
                    ),
                  };
                })}
              />
            )}
          </Card>
        </Col>
        <Col xs={24} xl={9}>
          <Card size="small" title={t('subjects.fields')}>
            <Descriptions
              size="small"
              column={1}
              items={[
                {
                  key: 'key',
                  label: t('subjects.key'),
                  children: <span className="subject-key">{key}</span>,
                },
                ...Object.entries(fields).map(([id, value]) => {
                  const field = definition?.fields.find((each) => each.id === id);
                  return {
                    key: id,
                    label: field === undefined ? id : text(field.name),
                    children: show(value, field ?? { type: 'text' }),
                  };
                }),
              ]}
            />
          </Card>
          <SubjectHistory type={type} subjectKey={key} />
          <SubjectTasks subjectKey={key} type={type} />
        </Col>
      </Row>
    </Page>
  );
}
