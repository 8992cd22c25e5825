import type { DimensionEntry } from '@terrace/client';
import {
  fieldFits,
  measures,
  needsField,
  type DimensionNode,
  type DimensionSource,
  type Field as RecordField,
  type LocalizedText,
} from '@terrace/model';
import { Input, InputNumber, Segmented, Select, Space } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalog } from '../api/useCatalog';
import { useContributions } from '../api/useContributions';
import { useText } from '../i18n/useText';
import { useEditor } from '../store/editor-store';
import { CodeForm } from './code/CodeForm';
import { ConditionBuilder } from './condition/ConditionBuilder';
import { useEventVariables } from './condition/useVariables';
import { DimensionProof } from './dimension/DimensionProof';
import { valueTypeWith } from './dimension/value-type-with';
import { Field } from '../components/Field';
import { ScalarInput } from './ScalarInput';
import { SelectField } from './SelectField';
import { scalarTypeOf } from './scalar-type';
import { useEditNode } from './useEditNode';

type Measure = (typeof measures)[number];

/** What a plugin says of its dimension in code. */
function entryOfCode(
  entries: readonly DimensionEntry[],
  codeId: string,
): { readonly name: LocalizedText; readonly parameters?: DimensionEntry['parameters'] } | undefined {
  const entry = entries.find(({ node: { source } }) => source.kind === 'code' && source.dimension === codeId);
  return entry === undefined ? undefined : { name: entry.node.name, parameters: entry.parameters };
}

export function DimensionForm({ node }: { readonly node: DimensionNode }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const edit = useEditNode(node);
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const subjectType = useEditor((state) => state.history.present.subjectType);
  const { subjectTypes, eventTypes } = useCatalog();
  const { source } = node;
  const { dimensions } = useContributions();
  const ownFields = subjectTypes.find(({ id }) => id === subjectType)?.fields ?? [];
  const ownEvents = eventTypes.filter((type) => type.subjectType === subjectType);
  const eventFields =
    source.kind === 'aggregate' ? (ownEvents.find(({ id }) => id === source.event)?.fields ?? []) : [];
  const fieldsOf = (measure: Measure): readonly RecordField[] =>
    eventFields.filter((field) => fieldFits(measure, field));
  const eventVariables = useEventVariables(source.kind === 'aggregate' ? source.event : '');
  const datedFields = ownFields.filter(({ type }) => type === 'date' || type === 'instant');
  const choices = (fields: readonly RecordField[]): { value: string; label: string }[] =>
    fields.map((field) => ({ value: field.id, label: text(field.name) }));

  const setSource = (next: Exclude<DimensionSource, { kind: 'code' }>, part: string): void => {
    const valueType = valueTypeWith(node, next, next.kind === 'aggregate' ? eventFields : ownFields);
    edit(
      {
        source: next,
        valueType,
        ...(valueType === node.valueType ? {} : { missing: { policy: 'noMatch' } }),
      },
      part,
    );
  };
  const setKind = (kind: 'aggregate' | 'field' | 'daysSince'): void => {
    if (kind === 'aggregate')
      setSource({ kind, event: ownEvents[0]?.id ?? 'event', measure: 'count' }, 'source');
    else setSource({ kind, field: (kind === 'field' ? ownFields : datedFields)[0]?.id ?? 'field' }, 'source');
  };

  return (
    <>
      {source.kind === 'code' ? (
        <CodeForm
          codeId={source.dimension}
          version={source.version}
          values={source.parameters}
          entry={entryOfCode(dimensions, source.dimension)}
          hint={t('code.computes')}
          onChange={(parameters, id) => edit({ source: { ...source, parameters } }, `parameters/${id}`)}
        />
      ) : (
        <SelectField
          label={t('dimension.source')}
          value={source.kind}
          options={(['aggregate', 'field', 'daysSince'] as const).map((kind) => ({
            value: kind,
            label: t(`dimension.kind.${kind}`),
          }))}
          onChange={setKind}
        />
      )}
      {source.kind === 'aggregate' ? (
        <>
          <SelectField
            label={t('dimension.event')}
            value={source.event}
            options={ownEvents.map((type) => ({ value: type.id, label: text(type.name) }))}
            onChange={(event) => setSource({ kind: 'aggregate', event, measure: 'count' }, 'source')}
          />
          <SelectField
            label={t('dimension.measure')}
            value={source.measure}
            options={measures.map((measure) => ({
              value: measure,
              label: t(`dimension.measures.${measure}`),
            }))}
            onChange={(measure) => {
              const { field, ...rest } = source;
              const chosen = fieldsOf(measure).some(({ id }) => id === field)
                ? field
                : fieldsOf(measure)[0]?.id;
              setSource({ ...rest, measure, ...(chosen === undefined ? {} : { field: chosen }) }, 'measure');
            }}
          />
          {needsField(source.measure) && (
            <SelectField
              label={t('dimension.field')}
              value={source.field}
              hasError={source.field === undefined}
              options={choices(fieldsOf(source.measure))}
              onChange={(field) => setSource({ ...source, field }, 'field')}
            />
          )}
          <Field label={t('dimension.window')}>
            {(id) => {
              const { window, ...rest } = source;
              const unit = window === undefined ? 'all' : 'days' in window ? 'days' : 'months';
              const size = window === undefined ? 90 : 'days' in window ? window.days : window.months;
              const set = (nextUnit: string, nextSize: number): void =>
                setSource(
                  nextUnit === 'all'
                    ? rest
                    : { ...rest, window: nextUnit === 'days' ? { days: nextSize } : { months: nextSize } },
                  `window/${nextUnit}`,
                );
              return (
                <Space.Compact block>
                  {window !== undefined && (
                    <InputNumber
                      min={1}
                      max={unit === 'days' ? 36525 : 1200}
                      precision={0}
                      value={size}
                      aria-label={t('dimension.windowSize')}
                      data-testid="window-size"
                      onChange={(next) => next !== null && set(unit, next)}
                    />
                  )}
                  <Select
                    id={id}
                    className="wide"
                    value={unit}
                    options={(['all', 'days', 'months'] as const).map((each) => ({
                      value: each,
                      label: t(`dimension.windowUnit.${each}`),
                    }))}
                    onChange={(next: string) => set(next, next === 'months' ? 12 : 90)}
                  />
                </Space.Compact>
              );
            }}
          </Field>
          <div className="field">
            <span className="field-label">{t('dimension.filter')}</span>
            <ConditionBuilder
              logic={source.where}
              variables={eventVariables}
              isReadOnly={isReadOnly}
              emptyHint={t('dimension.noFilter')}
              onChange={(where) => {
                const { where: _, ...rest } = source;
                setSource(where === true ? rest : { ...rest, where }, 'where');
              }}
            />
          </div>
        </>
      ) : source.kind === 'code' ? null : (
        <SelectField
          label={t('dimension.field')}
          value={source.field}
          options={choices(source.kind === 'field' ? ownFields : datedFields)}
          onChange={(field) => setSource({ ...source, field }, 'field')}
        />
      )}
      <Field label={t('dimension.missing')} hint={t('dimension.missingHint')}>
        {(id) => (
          <Segmented
            id={id}
            block
            value={node.missing.policy}
            options={[
              { value: 'noMatch', label: t('dimension.policy.noMatch') },
              { value: 'default', label: t('dimension.policy.default') },
            ]}
            onChange={(policy) =>
              edit(
                {
                  missing:
                    policy === 'noMatch'
                      ? { policy }
                      : {
                          policy: 'default',
                          value: { number: 0, boolean: false, text: '', date: '', instant: '' }[
                            scalarTypeOf(node.valueType)
                          ],
                        },
                },
                'missing',
              )
            }
          />
        )}
      </Field>
      {node.missing.policy === 'default' && (
        <div className="field">
          <ScalarInput
            type={scalarTypeOf(node.valueType)}
            choices={node.domain?.options}
            value={node.missing.value}
            label={t('dimension.defaultValue')}
            onChange={(value) => edit({ missing: { policy: 'default', value } }, 'missing/value')}
          />
        </div>
      )}
      <Field label={t('dimension.unit')} hint={t('dimension.unitHint')}>
        {(id) => (
          <Input
            id={id}
            value={node.unit ?? ''}
            maxLength={40}
            onChange={(event) =>
              edit({ unit: event.target.value === '' ? undefined : event.target.value }, 'unit')
            }
          />
        )}
      </Field>
      <DimensionProof node={node} />
    </>
  );
}
