import { ReloadOutlined } from '@ant-design/icons';
import { Button, Drawer, Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AsOfPicker } from '../../components/AsOfPicker';
import { ProblemAlert } from '../../components/ProblemAlert';
import { RunResult } from '../../components/result/RunResult';
import type { Preview } from './usePreview';

interface PreviewDrawerProps {
  readonly preview: Preview;
  readonly asOf: string;
  onAsOf(asOf: string): void;
}

/** What the model on the canvas would change. */
export function PreviewDrawer({ preview, asOf, onAsOf }: PreviewDrawerProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Drawer
      open={preview.isOpen}
      size="min(1120px, 94vw)"
      title={t('preview.title')}
      onClose={preview.close}
      extra={
        <Flex gap={8}>
          <AsOfPicker value={asOf} onChange={onAsOf} />
          <Button icon={<ReloadOutlined />} loading={preview.isComputing} onClick={() => preview.start(asOf)}>
            {t('preview.again')}
          </Button>
        </Flex>
      }
    >
      <p className="node-muted drawer-note">{t('preview.text')}</p>
      {preview.error !== null ? <ProblemAlert error={preview.error} /> : <RunResult run={preview.run} />}
    </Drawer>
  );
}
