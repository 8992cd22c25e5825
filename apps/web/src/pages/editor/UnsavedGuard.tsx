import { useBlocker } from '@tanstack/react-router';
import { Button, Flex, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { selectIsChanged } from '../../store/editor-selectors';
import { useEditorStore } from '../../store/editor-store';

/** Asks before unsaved changes are left behind. */
export function UnsavedGuard({ save }: { readonly save: () => Promise<boolean> }): ReactNode {
  const { t } = useTranslation();
  const store = useEditorStore();
  const isChanged = (): boolean => selectIsChanged(store.getState()) && !store.getState().isReadOnly;
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isChanged() && current.pathname !== next.pathname,
    enableBeforeUnload: isChanged,
    withResolver: true,
  });
  return (
    <Modal
      open={blocker.status === 'blocked'}
      title={t('unsaved.title')}
      onCancel={() => blocker.reset?.()}
      footer={
        <Flex gap={8} justify="flex-end" wrap>
          <Button onClick={() => blocker.reset?.()}>{t('unsaved.stay')}</Button>
          <Button danger onClick={() => blocker.proceed?.()} data-testid="leave-unsaved">
            {t('unsaved.leave')}
          </Button>
          <Button
            type="primary"
            onClick={() => void save().then((isSaved) => (isSaved ? blocker.proceed?.() : blocker.reset?.()))}
          >
            {t('unsaved.save')}
          </Button>
        </Flex>
      }
    >
      {t('unsaved.text')}
    </Modal>
  );
}
