import type { PluginSignature } from '@terrace/client';
import { useTranslation } from 'react-i18next';

/** Says whose a plugin is: by the name of a trusted signer, else by the state of its signature. */
export function useSignatureWords(): (signature: PluginSignature) => string {
  const { t } = useTranslation();
  return ({ state, signer }) =>
    state === 'trusted' && signer !== null
      ? t('plugin.signedBy', { signer })
      : t(`plugin.signature.${state}`);
}
