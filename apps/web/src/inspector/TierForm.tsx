import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { TierNode } from '@terrace/model';
import { Button, Checkbox, ColorPicker, Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { withText } from '../store/document-change';
import { useEditor, useEditorStore } from '../store/editor-store';
import { Field } from './Field';
import { useEditNode } from './useEditNode';

export function TierForm({ node }: { readonly node: TierNode }): ReactNode {
  const { t } = useTranslation();
  const edit = useEditNode(node);
  const store = useEditorStore();
  const isFallback = useEditor((state) => state.history.present.fallback === node.id);
  const benefits = node.benefits ?? [];
  const setBenefits = (next: TierNode['benefits'], part: string): void =>
    edit({ benefits: next?.length === 0 ? undefined : next }, part);
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
            value={node.color ?? '#8c8c8c'}
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
      <div className="field">
        <span className="field-label">{t('tier.benefits')}</span>
        {benefits.map((benefit, index) => (
          <div className="benefit" key={index}>
            {(['zh-CN', 'en'] as const).map((language) => (
              <Input
                key={language}
                size="small"
                lang={language}
                value={benefit[language] ?? ''}
                placeholder={t(`inspector.in.${language}`, { label: t('tier.benefit') })}
                aria-label={t(`inspector.in.${language}`, {
                  label: t('tier.benefitLabel', { number: index + 1 }),
                })}
                onChange={(event) =>
                  setBenefits(
                    benefits.map((old, i) =>
                      i === index ? withText(old, language, event.target.value) : old,
                    ),
                    `benefit/${index}/${language}`,
                  )
                }
              />
            ))}
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t('tier.removeBenefit', { number: index + 1 })}
              onClick={() =>
                setBenefits(
                  benefits.filter((_, i) => i !== index),
                  `benefit/remove/${benefits.length}`,
                )
              }
            />
          </div>
        ))}
        <Button
          size="small"
          icon={<PlusOutlined />}
          onClick={() => setBenefits([...benefits, { 'zh-CN': '' }], `benefit/add/${benefits.length}`)}
        >
          {t('tier.addBenefit')}
        </Button>
      </div>
    </>
  );
}
