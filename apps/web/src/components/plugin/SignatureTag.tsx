import { ExclamationCircleOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import type { PluginSignature } from '@terrace/client';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Hint } from '../Hint';
import { useSignatureWords } from './useSignatureWords';

const colors: Record<PluginSignature['state'], string> = {
  bundled: 'default',
  trusted: 'green',
  untrusted: 'orange',
  unsigned: 'orange',
};

/** Whose a plugin is, and whether that is vouched for. */
export function SignatureTag({ signature }: { readonly signature: PluginSignature }): ReactNode {
  const { t } = useTranslation();
  const wordsOf = useSignatureWords();
  const { state, fingerprint } = signature;
  const isSound = state === 'bundled' || state === 'trusted';
  return (
    <Hint
      title={
        fingerprint === null
          ? t(`plugin.signatureHint.${state}`)
          : `${t(`plugin.signatureHint.${state}`)} ${t('plugin.fingerprintOf', { fingerprint })}`
      }
    >
      <Tag
        tabIndex={0}
        color={colors[state]}
        icon={isSound ? <SafetyCertificateOutlined /> : <ExclamationCircleOutlined />}
        data-testid="plugin-signature"
      >
        {wordsOf(signature)}
      </Tag>
    </Hint>
  );
}
