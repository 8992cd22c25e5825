import type { Model } from '@terrace/client';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '../../api/client';
import { callNow, keyOf, refresh } from '../../api/useCall';
import { ProblemAlert } from '../../components/ProblemAlert';
import { selectDocument, selectIsChanged } from '../../store/editor-selectors';
import { useEditorStore } from '../../store/editor-store';

export interface Save {
  readonly isSaving: boolean;
  /** Stores the draft; resolves to whether it is stored. */
  save(): Promise<boolean>;
}

/** Stores the draft. When someone else saved meanwhile, the person chooses whose work stays. */
export function useSave(modelId: string): Save {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const client = useQueryClient();
  const store = useEditorStore();
  const [isSaving, setSaving] = useState(false);
  const running = useRef<Promise<boolean> | undefined>(undefined);

  const remember = useCallback(
    (model: Model) => {
      client.setQueryData(keyOf('getModel', { params: { id: modelId } }), model);
      void refresh(client, ['listModels']);
    },
    [client, modelId],
  );

  const storeDraft = useCallback(
    async (revision: number): Promise<boolean> => {
      const document = selectDocument(store.getState());
      const model = await callNow('saveDraft', { params: { id: modelId }, body: { revision, document } });
      store.getState().markSaved(model.revision, document);
      remember(model);
      return true;
    },
    [modelId, remember, store],
  );

  const choose = useCallback(
    () =>
      new Promise<boolean>((resolve) => {
        const finish = async (isOverwritten: boolean): Promise<void> => {
          dialog.destroy();
          const newest = await callNow('getModel', { params: { id: modelId } });
          if (isOverwritten) resolve(await storeDraft(newest.revision));
          else {
            store.getState().reload(newest);
            remember(newest);
            resolve(false);
          }
        };
        const dialog = modal.warning({
          title: t('conflict.title'),
          content: t('conflict.text'),
          closable: true,
          onCancel: () => resolve(false),
          footer: (
            <Flex gap={8} justify="flex-end" className="dialog-foot">
              <Button
                onClick={() => {
                  dialog.destroy();
                  resolve(false);
                }}
              >
                {t('form.cancel')}
              </Button>
              <Button data-testid="conflict-reload" onClick={() => void finish(false)}>
                {t('conflict.reload')}
              </Button>
              <Button
                type="primary"
                danger
                data-testid="conflict-overwrite"
                onClick={() => void finish(true)}
              >
                {t('conflict.overwrite')}
              </Button>
            </Flex>
          ),
        });
      }),
    [modal, modelId, remember, store, storeDraft, t],
  );

  const save = useCallback((): Promise<boolean> => {
    if (running.current !== undefined) return running.current;
    if (store.getState().isReadOnly) return Promise.resolve(false);
    if (!selectIsChanged(store.getState())) return Promise.resolve(true);
    setSaving(true);
    const attempt = storeDraft(store.getState().revision)
      .catch((error: unknown) => {
        if (isApiError(error, 'REVISION_CONFLICT')) return choose();
        throw error;
      })
      .then((isStored) => {
        if (isStored) void message.success(t('form.saved'));
        return isStored;
      })
      .catch((error: unknown) => {
        modal.error({ title: t('editor.notSaved'), content: <ProblemAlert error={error} />, width: 560 });
        return false;
      })
      .finally(() => {
        running.current = undefined;
        setSaving(false);
      });
    running.current = attempt;
    return attempt;
  }, [choose, message, modal, store, storeDraft, t]);

  return { isSaving, save };
}
