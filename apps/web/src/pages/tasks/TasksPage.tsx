import type { Task } from '@terrace/client';
import { Link } from '@tanstack/react-router';
import { Button, Flex, Input, Segmented, Typography } from 'antd';
import { ArrowRightOutlined } from '@ant-design/icons';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/useAct';
import { useCall } from '../../api/useCall';
import { dayIn } from '../../api/useDefaultAsOf';
import { EmptyHint } from '../../components/EmptyHint';
import { Page } from '../../components/Page';
import { PagedTable } from '../../components/PagedTable';
import { ProblemAlert } from '../../components/ProblemAlert';
import { TransitionTag } from '../../components/TransitionTag';
import { usePaging } from '../../components/usePaging';
import { useFormat } from '../../i18n/useFormat';
import { useText } from '../../i18n/useText';

type Filter = 'open' | 'done' | 'all';

export function TasksPage(): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const [filter, setFilter] = useState<Filter>('open');
  const [owner, setOwner] = useState('');
  const paging = usePaging(50);
  const tasks = useCall(
    'listTasks',
    {
      query: {
        ...paging.query,
        ...(filter === 'all' ? {} : { status: filter }),
        ...(owner === '' ? {} : { owner }),
      },
    },
    // Tasks are made by background jobs, a moment after a run was applied.
    { keepPrevious: true, staleTime: 0 },
  );
  const update = useAct('updateTask', { refreshes: ['listTasks'] });
  const today = dayIn(new Date(), format.timeZone);
  return (
    <Page title={t('navigation.tasks')} subtitle={t('tasks.subtitle')}>
      <Flex gap={12} wrap className="filters">
        <Segmented<Filter>
          value={filter}
          options={[
            { value: 'open', label: t('tasks.status.open') },
            { value: 'done', label: t('tasks.status.done') },
            { value: 'all', label: t('form.all') },
          ]}
          onChange={(next) => {
            paging.turnTo(1);
            setFilter(next);
          }}
        />
        <Input.Search
          allowClear
          className="filter"
          placeholder={t('tasks.owner')}
          aria-label={t('tasks.owner')}
          onSearch={(value) => {
            paging.turnTo(1);
            setOwner(value.trim());
          }}
        />
      </Flex>
      <ProblemAlert error={tasks.error ?? update.error} />
      <PagedTable<Task>
        rowKey="id"
        list={tasks}
        paging={paging}
        empty={<EmptyHint text={t(filter === 'open' ? 'tasks.noneOpen' : 'tasks.none')} />}
        columns={[
          {
            title: t('tasks.task'),
            render: (_, task) => <span data-testid={`task-title-${task.id}`}>{text(task.title)}</span>,
          },
          {
            title: t('data.kind.subject'),
            render: (_, { subjectType, key }) => (
              <Link
                to="/subjects/$type/$key"
                params={{ type: subjectType, key }}
                className="subject-key"
                data-testid={`task-subject-${key}`}
              >
                {key}
              </Link>
            ),
          },
          {
            title: t('tasks.because'),
            render: (_, task) => (
              <>
                <TransitionTag kind={task.transitionKind} />
                {text(task.fromName) || t('matrix.noTier')} <ArrowRightOutlined aria-label={t('result.to')} />{' '}
                {text(task.toName) || t('matrix.gone')}
                <div className="node-muted">
                  <Link to="/models/$modelId" params={{ modelId: task.modelId }}>
                    {text(task.modelName)}
                  </Link>
                </div>
              </>
            ),
          },
          {
            title: t('tasks.owner'),
            width: 160,
            render: (_, task) => (
              <Typography.Text
                editable={{
                  tooltip: t('tasks.changeOwner'),
                  maxLength: 100,
                  onChange: (value) => {
                    const next = value.trim();
                    if (next !== '' && next !== task.owner)
                      update.mutate({ params: { id: task.id }, body: { owner: next } });
                  },
                }}
              >
                {task.owner}
              </Typography.Text>
            ),
          },
          {
            title: t('tasks.dueOn'),
            render: (_, { dueOn, status }) => (
              <span className={dueOn !== null && dueOn < today && status === 'open' ? 'overdue' : undefined}>
                {format.date(dueOn)}
              </span>
            ),
          },
          {
            title: t('models.state'),
            render: (_, task) =>
              task.status === 'open' ? (
                <Button
                  size="small"
                  data-testid={`task-done-${task.id}`}
                  onClick={() => update.mutate({ params: { id: task.id }, body: { status: 'done' } })}
                >
                  {t('tasks.markDone')}
                </Button>
              ) : (
                <Flex gap={8} align="center">
                  <span className="node-muted">
                    {t('tasks.doneBy', { name: task.doneBy ?? '–', date: format.date(task.doneAt) })}
                  </span>
                  <Button
                    size="small"
                    onClick={() => update.mutate({ params: { id: task.id }, body: { status: 'open' } })}
                  >
                    {t('tasks.reopen')}
                  </Button>
                </Flex>
              ),
          },
        ]}
      />
    </Page>
  );
}
