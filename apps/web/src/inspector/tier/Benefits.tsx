import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { TierNode } from '@terrace/model';
import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { withText } from '../../store/document-change';
import { useEditNode } from '../useEditNode';

/** What the customers of a tier get. */
export function Benefits({ node }: { readonly node: TierNode }): ReactNode {
  const { t } = useTranslation();
  const edit = useEditNode(node);
  const benefits = node.benefits ?? [];
  const setBenefits = (next: TierNode['benefits'], part: string): void =>
    edit({ benefits: next?.length === 0 ? undefined : next }, part);
  return (
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
                  benefits.map((old, i) => (i === index ? withText(old, language, event.target.value) : old)),
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
  );
}
