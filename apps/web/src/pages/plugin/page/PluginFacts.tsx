import type { PluginDetail } from '@terrace/client';
import { Descriptions } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignatureWords } from '../../../components/plugin/useSignatureWords';

/** Only a web address becomes a link: a manifest is someone else's text. */
const isWebAddress = (url: string): boolean => /^https?:\/\//i.test(url);

const Address = ({ url, label = url }: { readonly url: string; readonly label?: string }): ReactNode =>
  isWebAddress(url) ? (
    <a href={url} target="_blank" rel="noreferrer noopener" className="fact">
      {label}
    </a>
  ) : (
    <span className="fact">{label}</span>
  );

/** Whose the plugin is, where it is from and what it works with. */
export function PluginFacts({ plugin }: { readonly plugin: PluginDetail }): ReactNode {
  const { t } = useTranslation();
  const signatureWords = useSignatureWords();
  const { author, homepage, folder, keywords, signature } = plugin;
  const items: { key: string; label: string; children: ReactNode }[] = [
    { key: 'id', label: t('form.id'), children: <code>{plugin.id}</code> },
    { key: 'version', label: t('settings.version'), children: plugin.version || '–' },
    { key: 'host', label: t('plugin.host'), children: plugin.host || '–' },
    { key: 'source', label: t('plugin.from'), children: t(`plugin.source.${plugin.source}`) },
  ];
  if (folder !== null)
    items.push({
      key: 'folder',
      label: t('plugin.folder'),
      children: <code className="fact">{folder}</code>,
    });
  if (author !== null)
    items.push({
      key: 'author',
      label: t('plugin.author'),
      children: author.url === undefined ? author.name : <Address url={author.url} label={author.name} />,
    });
  items.push({ key: 'license', label: t('settings.license'), children: plugin.license || '–' });
  if (homepage !== null)
    items.push({ key: 'homepage', label: t('plugin.homepage'), children: <Address url={homepage} /> });
  items.push({
    key: 'signature',
    label: t('plugin.signatureLabel'),
    children: (
      <div>
        {signatureWords(signature)}
        {signature.fingerprint !== null && <div className="fingerprint">{signature.fingerprint}</div>}
      </div>
    ),
  });
  if (keywords.length > 0)
    items.push({
      key: 'keywords',
      label: t('plugin.keywords'),
      children: keywords.join(t('operator.comma')),
    });
  return <Descriptions size="small" column={1} items={items} />;
}
