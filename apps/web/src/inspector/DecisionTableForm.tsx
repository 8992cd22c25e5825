import { TableOutlined } from '@ant-design/icons';
import type { DecisionTableNode } from '@terrace/model';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DecisionTableGrid } from './decision-table/DecisionTableGrid';
import { TableHit } from './decision-table/TableHit';
import { EditorModal } from './EditorModal';

export function DecisionTableForm({ node }: { readonly node: DecisionTableNode }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <div className="field">
        <span className="field-label">{t('table.rows', { count: node.rows.length })}</span>
        <EditorModal
          title={t('table.title')}
          open={t('table.open')}
          icon={<TableOutlined />}
          testId="open-table"
        >
          <DecisionTableGrid node={node} />
        </EditorModal>
      </div>
      <TableHit node={node} />
    </>
  );
}
