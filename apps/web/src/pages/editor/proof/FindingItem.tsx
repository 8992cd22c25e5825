import { AimOutlined, ToolOutlined } from '@ant-design/icons';
import type { Finding } from '@terrace/model';
import { Button, Flex, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../i18n/useText';
import { useEditor } from '../../../store/editor-store';
import { Witnesses } from './Witnesses';

const colors = { error: 'red', warning: 'orange', info: 'default' } as const;

interface FindingItemProps {
  readonly finding: Finding;
  /** Whether the document is still the one that was proved. */
  readonly canRepair: boolean;
  onShow(): void;
  onRepair(): void;
}

/** One fault of the rules. */
export function FindingItem({ finding, canRepair, onShow, onRepair }: FindingItemProps): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const { kind, severity, message, witnesses, repair } = finding;
  return (
    <li className="finding" data-testid={`finding-${kind}`}>
      <div className="finding-text">
        <Tag color={colors[severity]}>{t(`proof.kind.${kind}`)}</Tag>
        {text(message)}
      </div>
      {witnesses.length > 0 && <Witnesses witnesses={witnesses} />}
      <Flex gap={8} wrap align="center" className="finding-acts">
        <Button size="small" icon={<AimOutlined />} onClick={onShow}>
          {t('proof.show')}
        </Button>
        {repair !== null && !isReadOnly && (
          <Button
            size="small"
            type="primary"
            ghost
            icon={<ToolOutlined />}
            disabled={!canRepair}
            data-testid={`repair-${kind}`}
            onClick={onRepair}
          >
            {t('proof.repair')}
          </Button>
        )}
        {repair !== null && <span className="node-muted">{text(repair.words)}</span>}
      </Flex>
    </li>
  );
}
