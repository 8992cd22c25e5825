import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { Lifecycle } from '@terrace/model';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { selectDocument } from '../../store/editor-selectors';
import { useEditor } from '../../store/editor-store';
import { GuardedCondition } from '../condition/GuardedCondition';
import { useNodeVariables, usePreviousVariables } from '../condition/useVariables';
import { Field } from '../../components/Field';
import { NodeSelect } from '../NodeSelect';
import { TextPair } from '../TextPair';

type Track = NonNullable<Lifecycle['fastTracks']>[number];

interface FastTracksProps {
  readonly tracks: readonly Track[];
  onChange(tracks: readonly Track[], part: string): void;
}

/** Conditions that lead up to a tier at once, past the other rules of the lifecycle. */
export function FastTracks({ tracks, onChange }: FastTracksProps): ReactNode {
  const { t } = useTranslation();
  const nodes = useEditor((state) => selectDocument(state).nodes);
  const variables = [...useNodeVariables(), ...usePreviousVariables()];
  const setTrack = (index: number, track: Track, part: string): void =>
    onChange(
      tracks.map((each, i) => (i === index ? track : each)),
      `${index}/${part}`,
    );
  const best = nodes.filter((node) => node.kind === 'tier').sort((a, b) => a.rank - b.rank)[0];
  const add = (): void => {
    const ids = new Set(tracks.map(({ id }) => id));
    let number = tracks.length + 1;
    while (ids.has(`fast_track_${number}`)) number++;
    const track: Track = {
      id: `fast_track_${number}`,
      name: { 'zh-CN': '快速通道', en: 'Fast track' },
      to: best?.id ?? 'unconnected',
      // A new one holds for nobody until it is given a condition.
      when: false,
    };
    onChange([...tracks, track], `add/${tracks.length}`);
  };
  return (
    <div className="field">
      <span className="field-label">{t('lifecycle.fastTracks')}</span>
      <div className="field-hint">{t('lifecycle.fastTracksHint')}</div>
      {tracks.map((track, index) => (
        <div className="fast-track" key={track.id}>
          <TextPair
            label={t('inspector.name')}
            value={track.name}
            onChange={(name, language) => setTrack(index, { ...track, name }, `name/${language}`)}
          />
          <Field label={t('lifecycle.fastTrackTo')}>
            {(id) => (
              <NodeSelect
                id={id}
                value={track.to}
                accepts={(node) => node.kind === 'tier'}
                onChange={(to) => to !== undefined && setTrack(index, { ...track, to }, 'to')}
              />
            )}
          </Field>
          <GuardedCondition
            logic={track.when}
            variables={variables}
            onChange={(when) => setTrack(index, { ...track, when }, 'when')}
          />
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('lifecycle.removeFastTrack', { number: index + 1 })}
            onClick={() =>
              onChange(
                tracks.filter((_, i) => i !== index),
                `remove/${tracks.length}`,
              )
            }
          >
            {t('form.remove')}
          </Button>
        </div>
      ))}
      <Button size="small" icon={<PlusOutlined />} data-testid="add-fast-track" onClick={add}>
        {t('lifecycle.addFastTrack')}
      </Button>
    </div>
  );
}
