import { CloudUploadOutlined } from '@ant-design/icons';
import type { Model, Version } from '@terrace/client';
import { useNavigate } from '@tanstack/react-router';
import { Button, Flex, Input, Modal, Result } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/useAct';
import { Hint } from '../../components/Hint';
import { ProblemAlert } from '../../components/ProblemAlert';
import { selectIsChanged } from '../../store/editor-selectors';
import { useEditor, useEditorStore } from '../../store/editor-store';
import { useIssues } from '../../store/issues';
import type { Save } from './useSave';

interface PublishButtonProps {
  readonly model: Model;
  readonly save: Save;
  readonly asOf: string;
}

/** Publishes the draft as a version, and offers to compute it. */
export function PublishButton({ model, save, asOf }: PublishButtonProps): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const store = useEditorStore();
  const isChanged = useEditor(selectIsChanged);
  const errors = useIssues().filter(({ severity }) => severity === 'error').length;
  const [isOpen, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const [published, setPublished] = useState<Version>();
  const publish = useAct('publish', {
    refreshes: ['getModel', 'listModels', 'listVersions'],
    onDone: setPublished,
  });
  const run = useAct('startRun', {
    refreshes: ['listRuns'],
    onDone: ({ id }) => void navigate({ to: '/runs/$runId', params: { runId: id } }),
  });
  const isUnchanged = !isChanged && !model.hasUnpublishedChanges && model.publishedVersion !== null;
  const reason =
    errors > 0 ? t('publish.hasErrors', { count: errors }) : isUnchanged ? t('publish.unchanged') : undefined;
  const close = (): void => {
    setOpen(false);
    setPublished(undefined);
    setNote('');
    publish.reset();
  };
  const submit = async (): Promise<void> => {
    if (await save.save())
      publish.mutate({ params: { id: model.id }, body: { revision: store.getState().revision, note } });
  };
  return (
    <>
      <Hint title={reason}>
        {/* A disabled button takes no keyboard; what is around it says why. */}
        <span tabIndex={reason === undefined ? undefined : 0} data-testid="publish-reason">
          <Button
            type="primary"
            icon={<CloudUploadOutlined />}
            disabled={reason !== undefined}
            data-testid="publish"
            onClick={() => setOpen(true)}
          >
            {t('publish.button')}
          </Button>
        </span>
      </Hint>
      <Modal
        open={isOpen}
        title={published === undefined ? t('publish.title') : undefined}
        onCancel={close}
        destroyOnHidden
        footer={
          published === undefined ? (
            <Flex gap={8} justify="flex-end">
              <Button onClick={close}>{t('form.cancel')}</Button>
              <Button
                type="primary"
                loading={publish.isPending || save.isSaving}
                data-testid="publish-confirm"
                onClick={() => void submit()}
              >
                {t('publish.button')}
              </Button>
            </Flex>
          ) : null
        }
      >
        {published === undefined ? (
          <>
            <p>{t('publish.text')}</p>
            <Input.TextArea
              value={note}
              maxLength={2000}
              autoFocus
              autoSize={{ minRows: 2, maxRows: 6 }}
              placeholder={t('publish.note')}
              aria-label={t('publish.note')}
              data-testid="publish-note"
              onChange={(event) => setNote(event.target.value)}
            />
            <ProblemAlert error={publish.error} />
          </>
        ) : (
          <Result
            status="success"
            title={t('publish.done', { number: published.number })}
            subTitle={t('publish.next', { asOf })}
            extra={[
              <Button key="later" onClick={close}>
                {t('publish.later')}
              </Button>,
              <Button
                key="run"
                type="primary"
                loading={run.isPending}
                data-testid="run-version"
                onClick={() => run.mutate({ body: { modelId: model.id, version: published.number, asOf } })}
              >
                {t('publish.run')}
              </Button>,
            ]}
          >
            {run.isError && <ProblemAlert error={run.error} />}
          </Result>
        )}
      </Modal>
    </>
  );
}
