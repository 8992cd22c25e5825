import { SafetyCertificateOutlined } from '@ant-design/icons';
import { Badge, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Hint } from '../../../components/Hint';
import type { ProofState } from './useProof';

interface ProofButtonProps {
  readonly state: ProofState;
  readonly isOpen: boolean;
  onToggle(): void;
}

/** Opens and closes the proof of the rules. */
export function ProofButton({ state, isOpen, onToggle }: ProofButtonProps): ReactNode {
  const { t } = useTranslation();
  const findings = state.proof?.findings ?? [];
  const hasError = findings.some(({ severity }) => severity === 'error');
  return (
    <Badge count={isOpen ? findings.length : 0} size="small" color={hasError ? undefined : 'orange'}>
      <Hint title={t('proof.hint')}>
        <Button
          icon={<SafetyCertificateOutlined />}
          type={isOpen ? 'primary' : 'default'}
          ghost={isOpen}
          aria-pressed={isOpen}
          aria-label={t('proof.title')}
          data-testid="proof"
          onClick={onToggle}
        />
      </Hint>
    </Badge>
  );
}
