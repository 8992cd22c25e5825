import { SnippetsOutlined } from '@ant-design/icons';
import { looksLikePointsTable, type ScorecardNode } from '@terrace/model';
import { Button } from 'antd';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isTextField } from '../../../components/is-text-field';
import { useEditor } from '../../../store/editor-store';

/** The reader of tables comes with the modal, when it is first opened. */
const PointsTableModal = lazy(async () => ({
  default: (await import('./PointsTableModal')).PointsTableModal,
}));

/** Opens the modal for a points table, empty by the button, or with what was pasted while the scorecard is selected. */
export function PointsTableButton({ node }: { readonly node: ScorecardNode }): ReactNode {
  const { t } = useTranslation();
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const [text, setText] = useState<string>();
  const isOpen = text !== undefined;
  useEffect(() => {
    if (isReadOnly || isOpen) return undefined;
    const paste = (event: ClipboardEvent): void => {
      const pasted = event.clipboardData?.getData('text/plain') ?? '';
      if (isTextField(event.target) || !looksLikePointsTable(pasted)) return;
      event.preventDefault();
      setText(pasted);
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, [isReadOnly, isOpen]);
  if (isReadOnly) return null;
  return (
    <>
      <Button
        block
        className="points-table-open"
        icon={<SnippetsOutlined />}
        data-testid="paste-points-table"
        onClick={() => setText('')}
      >
        {t('scorecard.paste.open')}
      </Button>
      {text !== undefined && (
        <Suspense>
          <PointsTableModal node={node} pasted={text} onClose={() => setText(undefined)} />
        </Suspense>
      )}
    </>
  );
}
