import { HistoryOutlined } from '@ant-design/icons';
import type { Model } from '@terrace/client';
import { App, Button, Drawer, Flex, Popconfirm, Skeleton, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { callNow, useCall } from '../../api/useCall';
import { EmptyHint } from '../../components/EmptyHint';
import { ProblemAlert, useProblemTitle } from '../../components/ProblemAlert';
import { useFormat } from '../../i18n/useFormat';
import { useEditor, useEditorStore } from '../../store/editor-store';

/** The published versions in a drawer; one can be taken back as the draft. */
export function VersionsButton({ model }: { readonly model: Model }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { message } = App.useApp();
  const titleOf = useProblemTitle();
  const store = useEditorStore();
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const [isOpen, setOpen] = useState(false);
  const versions = useCall(
    'listVersions',
    { params: { id: model.id }, query: { pageSize: 100 } },
    { enabled: isOpen },
  );
  const restore = async (number: number): Promise<void> => {
    try {
      const { document } = await callNow('getVersion', { params: { id: model.id, number } });
      store.getState().dispatch({ type: 'restore', document });
      setOpen(false);
      void message.success(t('versions.restored', { number }));
    } catch (error) {
      void message.error(titleOf(error));
    }
  };
  return (
    <>
      <Button
        icon={<HistoryOutlined />}
        aria-label={t('versions.title')}
        title={t('versions.title')}
        data-testid="versions"
        onClick={() => setOpen(true)}
      />
      <Drawer open={isOpen} title={t('versions.title')} size={420} onClose={() => setOpen(false)}>
        <ProblemAlert error={versions.error} />
        {versions.isPending && <Skeleton active />}
        {versions.data?.items.length === 0 && <EmptyHint text={t('versions.none')} />}
        <ul className="version-list">
          {versions.data?.items.map(({ number, note, publishedAt, publishedBy }) => (
            <li key={number} data-testid={`version-${number}`}>
              <Flex justify="space-between" align="center" gap={8}>
                <span>
                  <strong>{t('versions.version', { number })}</strong>{' '}
                  {number === model.appliedVersion && <Tag color="green">{t('versions.applied')}</Tag>}
                </span>
                {!isReadOnly && (
                  <Popconfirm
                    title={t('versions.restoreConfirm', { number })}
                    onConfirm={() => restore(number)}
                  >
                    <Button size="small">{t('versions.restore')}</Button>
                  </Popconfirm>
                )}
              </Flex>
              <div className="node-muted">
                {format.dateTime(publishedAt)} · {publishedBy}
              </div>
              {note !== '' && <div className="version-note">{note}</div>}
            </li>
          ))}
        </ul>
      </Drawer>
    </>
  );
}
