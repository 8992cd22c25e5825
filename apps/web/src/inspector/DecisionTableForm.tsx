import { TableOutlined } from '@ant-design/icons';
import type { DecisionTableNode } from '@terrace/model';
import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DecisionTableGrid } from './decision-table/DecisionTableGrid';

export function DecisionTableForm({ node }: { readonly node: DecisionTableNode }): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="field">
      <span className="field-label">{t('table.rows', { count: node.rows.length })}</span>
      <Button
        block
        icon={<TableOutlined />}
        disabled={false}
        data-testid="open-table"
        onClick={() => setOpen(true)}
      >
        {t('table.open')}
      </Button>
      <div className="field-hint">{t('table.hint')}</div>
      <Modal
        open={isOpen}
        width="min(1200px, 94vw)"
        title={t('table.title')}
        footer={
          <Button type="primary" disabled={false} onClick={() => setOpen(false)}>
            {t('form.close')}
          </Button>
        }
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <DecisionTableGrid node={node} />
      </Modal>
    </div>
  );
}
