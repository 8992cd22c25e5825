import type { TierNode } from '@terrace/model';
import { Checkbox, ColorPicker, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor, useEditorStore } from '../store/editor-store';
import { useNodeVariables, usePreviousVariables } from './condition/useVariables';
import { Field } from '../components/Field';
import { OptionalCondition } from './OptionalCondition';
import { Benefits } from './tier/Benefits';
import { ServiceLevels } from './tier/ServiceLevels';
import { unknownColor } from '../store/tier-colors';
import { useEditNode } from './useEditNode';

export function TierForm({ node }: { readonly node: TierNode }): ReactNode {
  const { t } = useTranslation();
  const edit = useEditNode(node);
  const store = useEditorStore();
  const isFallback = useEditor((state) => state.history.present.fallback === node.id);
  const variables = [...useNodeVariables(node.id), ...usePreviousVariables()];
  return (
    <>
      <div className="field-pair">
        <Field label={t('tier.rank')} hint={t('tier.rankHint')}>
          {(id) => (
            <InputNumber
              id={id}
              className="wide"
              min={1}
              max={1000}
              precision={0}
              value={node.rank}
              data-testid="tier-rank"
              onChange={(rank) => rank !== null && edit({ rank }, 'rank')}
            />
          )}
        </Field>
        <div className="field">
          <span className="field-label">{t('tier.color')}</span>
          <ColorPicker
            value={node.color ?? unknownColor}
            disabledAlpha
            showText
            format="hex"
            onChange={(color) => edit({ color: color.toHexString().slice(0, 7) }, 'color')}
          />
        </div>
      </div>
      <div className="field">
        <Checkbox
          checked={isFallback}
          disabled={isFallback}
          onChange={() => store.getState().dispatch({ type: 'describe', patch: { fallback: node.id } })}
        >
          {t('tier.makeFallback')}
        </Checkbox>
        <div className="field-hint">{t('tier.fallbackHint')}</div>
      </div>
      <OptionalCondition
        label={t('tier.entry')}
        hint={t('tier.entryHint')}
        logic={node.entry}
        variables={variables}
        testId="tier-entry"
        onChange={(entry) => edit({ entry }, 'entry')}
      />
      <OptionalCondition
        label={t('tier.keep')}
        hint={t('tier.keepHint')}
        logic={node.keep}
        variables={variables}
        testId="tier-keep"
        onChange={(keep) => edit({ keep }, 'keep')}
      />
      <Benefits node={node} />
      <ServiceLevels node={node} />
    </>
  );
}
