import { Handle, Position } from '@xyflow/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Where a line comes into a node. */
export function InputHandle(): ReactNode {
  const { t } = useTranslation();
  return <Handle type="target" position={Position.Left} role="img" aria-label={t('canvas.input')} />;
}

/** Where a line leaves a node; `id` names one of several. */
export function OutputHandle({ id, label }: { readonly id?: string; readonly label?: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <Handle
      type="source"
      position={Position.Right}
      role="img"
      aria-label={label ?? t('canvas.output')}
      {...(id === undefined ? {} : { id })}
    />
  );
}
