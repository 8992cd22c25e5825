import type { DimensionNode, ModelNode } from '@terrace/model';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat, type Format } from '../../i18n/useFormat';

type Value = string | boolean | null | undefined;

const isNumber = (value: string): boolean => /^-?\d+(\.\d+)?$/.test(value);

/** A value of a result in words: money with its currency, dates and numbers after the language. */
export function showValue(
  value: Value,
  format: Format,
  words: { readonly yes: string; readonly no: string; readonly missing: string },
  about?: Pick<DimensionNode, 'valueType' | 'unit'>,
): string {
  if (value === null || value === undefined) return words.missing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (about?.unit === 'currency' && isNumber(value)) return format.money(value);
  if (about?.valueType === 'date') return format.date(value);
  if (about?.valueType === 'instant') return format.dateTime(value);
  if (about?.valueType === 'text') return value;
  return isNumber(value) ? format.number(value) : value;
}

export function ResultValue({
  value,
  node,
}: {
  readonly value: Value;
  readonly node?: ModelNode;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const words = { yes: t('form.yes'), no: t('form.no'), missing: '–' };
  return showValue(
    value,
    format,
    words,
    node?.kind === 'dimension' || node?.kind === 'formula'
      ? node
      : node?.kind === 'custom'
        ? node.definition
        : undefined,
  );
}
