import { Card, Flex, List, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/useCall';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useFormat } from '../../i18n/useFormat';
import { useText } from '../../i18n/useText';
import type { SubjectProps } from './subject-props';

/** The tasks about a subject. */
export function SubjectTasks({ type, subjectKey }: SubjectProps): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const tasks = useCall(
    'listTasks',
    { query: { key: subjectKey, pageSize: 50 } },
    // Tasks are made by background jobs, a moment after a run was applied.
    { staleTime: 0 },
  );
  // Two subject types can hold the same key.
  const items = (tasks.data?.items ?? []).filter((task) => task.subjectType === type);
  return (
    <Card size="small" className="page-section" title={t('navigation.tasks')}>
      <ProblemAlert error={tasks.error} />
      <List
        size="small"
        loading={tasks.isPending}
        locale={{ emptyText: <span className="node-muted">{t('subjects.noTasks')}</span> }}
        dataSource={items}
        renderItem={(task) => (
          <List.Item data-testid={`task-${task.id}`}>
            <Flex vertical className="wide">
              <Flex justify="space-between" gap={8}>
                <span>{text(task.title)}</span>
                <Tag color={task.status === 'open' ? 'orange' : 'green'}>
                  {t(`tasks.status.${task.status}`)}
                </Tag>
              </Flex>
              <span className="node-muted">
                {task.owner}
                {task.dueOn !== null && ` · ${t('tasks.due', { date: format.date(task.dueOn) })}`}
              </span>
            </Flex>
          </List.Item>
        )}
      />
    </Card>
  );
}
