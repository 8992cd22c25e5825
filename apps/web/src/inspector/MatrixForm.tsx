import { AppstoreOutlined } from '@ant-design/icons';
import type { MatrixNode } from '@terrace/model';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EditorModal } from './EditorModal';
import { MatrixAxes } from './matrix/MatrixAxes';
import { MatrixGrid } from './matrix/MatrixGrid';

export function MatrixForm({ node }: { readonly node: MatrixNode }): ReactNode {
  const { t } = useTranslation();
  const open = node.cells.filter((cell) => cell === null).length;
  return (
    <>
      <div className="field">
        <span className="field-label">{t('matrixNode.cells', { count: node.cells.length })}</span>
        <EditorModal
          title={t('matrixNode.title')}
          open={t('matrixNode.open')}
          icon={<AppstoreOutlined />}
          testId="open-matrix"
        >
          <MatrixGrid node={node} />
        </EditorModal>
        {open > 0 && (
          <div className="field-hint is-warning">{t('matrixNode.openCells', { count: open })}</div>
        )}
      </div>
      <MatrixAxes node={node} />
    </>
  );
}
