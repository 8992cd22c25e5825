import type { Plugin } from '@terrace/client';
import { Link } from '@tanstack/react-router';
import { Card } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalog } from '../../api/useCatalog';
import { PluginMark } from '../../components/plugin/PluginMark';
import { SampleLoad } from '../../components/sample/SampleLoad';
import { useText } from '../../i18n/useText';

/** An industry to begin with: what its plugin brings, and its samples. */
export function IndustryCard({ plugin }: { readonly plugin: Plugin }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const { subjectTypes } = useCatalog();
  const types = subjectTypes.filter(({ owner }) => owner === plugin.id).map(({ name }) => text(name));
  const { templates } = plugin.counts;
  return (
    <Card className="industry fill" data-testid={`industry-${plugin.id}`}>
      <div className="industry-head">
        <PluginMark plugin={plugin} />
        <h2>{text(plugin.name)}</h2>
      </div>
      <p className="industry-text">{text(plugin.description)}</p>
      <p className="industry-brings">
        {types.length > 0 && <span>{types.join(t('operator.comma'))}</span>}
        {templates > 0 && (
          <Link to="/models/new" search={{ plugin: plugin.id }}>
            {t('home.templates', { count: templates })}
          </Link>
        )}
        <Link to="/plugins/$pluginId" params={{ pluginId: plugin.id }}>
          {t('home.aboutPlugin')}
        </Link>
      </p>
      {plugin.samples.map((sample) => (
        <section key={sample.id} className="industry-sample" aria-label={text(sample.name)}>
          <h3>{text(sample.name)}</h3>
          {sample.description !== undefined && <p>{text(sample.description)}</p>}
          <SampleLoad sample={sample} />
        </section>
      ))}
    </Card>
  );
}
