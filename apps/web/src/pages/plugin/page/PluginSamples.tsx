import type { PluginDetail } from '@terrace/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../api/useSession';
import { SampleLoad } from '../../../components/sample/SampleLoad';
import { useText } from '../../../i18n/useText';

/** The samples a plugin brings, each with its way to tiers. */
export function PluginSamples({ plugin }: { readonly plugin: PluginDetail }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const { isDesigner } = useSession();
  return plugin.samples.map((sample) => (
    <section key={sample.id} className="sample-row" aria-label={text(sample.name)}>
      <h2>{text(sample.name)}</h2>
      {sample.description !== undefined && <p>{text(sample.description)}</p>}
      {isDesigner && plugin.isEnabled ? (
        <SampleLoad sample={sample} />
      ) : (
        <span className="node-muted">
          {t(sample.load.state === 'done' ? 'home.sampleDone' : 'plugin.sampleNotLoaded')}
        </span>
      )}
    </section>
  ));
}
