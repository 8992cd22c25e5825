import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface EditorModalProps {
  readonly title: string;
  /** What the button that opens it says. */
  readonly open: string;
  readonly icon: ReactNode;
  readonly testId: string;
  readonly children: ReactNode;
}

/** A button that opens a form too wide for the inspector. It opens for reading, too. */
export function EditorModal({ title, open, icon, testId, children }: EditorModalProps): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button block icon={icon} disabled={false} data-testid={testId} onClick={() => setOpen(true)}>
        {open}
      </Button>
      <Modal
        open={isOpen}
        width="min(1200px, 94vw)"
        title={title}
        footer={
          <Button type="primary" disabled={false} data-testid="close-editor" onClick={() => setOpen(false)}>
            {t('form.close')}
          </Button>
        }
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        {children}
      </Modal>
    </>
  );
}
