import type { SubjectTypeEntry, Template } from '@terrace/client';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';

interface TemplateCardProps {
  readonly template: Template;
  readonly type: SubjectTypeEntry | undefined;
  onChoose(): void;
}

/** A template in the gallery: its name, what it is for, what it sorts into tiers and whether there are any. */
export function TemplateCard({ template, type, onChoose }: TemplateCardProps): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  return (
    <button
      type="button"
      className="gallery-card"
      data-testid={`template-${template.id}`}
      title={text(template.description)}
      onClick={onChoose}
    >
      <strong>{text(template.name)}</strong>
      <span className="gallery-text">{text(template.description)}</span>
      <span className="gallery-foot">
        <Tag>{type === undefined ? template.subjectType : text(type.name)}</Tag>
        {type !== undefined &&
          (type.recordCount > 0
            ? t('gallery.records', { count: type.recordCount, number: format.number(type.recordCount) })
            : t('gallery.noRecords'))}
      </span>
    </button>
  );
}
