import type { PointsVariable } from '@terrace/model/points-table';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../i18n/useText';
import type { SourceChoices, VariableSource } from './variable-source';

interface PointsTablePreviewProps {
  readonly variables: readonly PointsVariable[];
  /** One per variable, as the choices. */
  readonly sources: readonly VariableSource[];
  readonly choices: readonly SourceChoices[];
  onChoose(name: string, source: VariableSource): void;
}

const later: VariableSource = { kind: 'later' };

const keyOf = (source: VariableSource): string =>
  source.kind === 'later' ? source.kind : `${source.kind}:${source.id}`;

function sourceOf(key: string): VariableSource {
  const [kind, id = ''] = key.split(':');
  return kind === 'node' || kind === 'field' ? { kind, id } : later;
}

function SourceSelect(props: {
  readonly name: string;
  readonly source: VariableSource;
  readonly choices: SourceChoices;
  readonly testId: string;
  onChoose(source: VariableSource): void;
}): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const { nodes, fields } = props.choices;
  const option = (kind: 'node' | 'field', id: string, label: string) => ({
    value: keyOf({ kind, id }),
    title: `${label} ${id}`,
    label,
  });
  return (
    <Select
      className="wide"
      value={keyOf(props.source)}
      status={props.source.kind === 'later' ? 'warning' : undefined}
      aria-label={t('scorecard.paste.sourceOf', { name: props.name })}
      data-testid={props.testId}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'title' }}
      options={[
        { value: 'later', title: t('scorecard.paste.later'), label: t('scorecard.paste.later') },
        {
          label: t('scorecard.paste.nodes'),
          options: nodes.map((node) => option('node', node.id, text(node.name))),
        },
        {
          label: t('scorecard.paste.fields'),
          options: fields.map((field) => option('field', field.id, text(field.name))),
        },
      ]}
      onChange={(key: string) => props.onChoose(sourceOf(key))}
    />
  );
}

/** The items of a table with their bins, and where each gets its value. */
export function PointsTablePreview({
  variables,
  sources,
  choices,
  onChoose,
}: PointsTablePreviewProps): ReactNode {
  const { t } = useTranslation();
  return (
    <table className="table-grid points-table-items">
      <thead>
        <tr>
          <th>{t('scorecard.paste.variable')}</th>
          <th>{t('scorecard.paste.source')}</th>
          <th>{t('scorecard.paste.bins')}</th>
        </tr>
      </thead>
      <tbody>
        {variables.map((variable, index) => (
          <tr key={variable.name}>
            <td>{variable.name}</td>
            <td>
              <SourceSelect
                name={variable.name}
                source={sources[index] ?? later}
                choices={choices[index] ?? { nodes: [], fields: [] }}
                testId={`points-table-source-${index}`}
                onChoose={(source) => onChoose(variable.name, source)}
              />
            </td>
            <td>
              <ul className="points-table-bins">
                {variable.bins.map((bin) => (
                  <li key={bin.line}>
                    <span>{bin.text.replaceAll('%,%', t('scorecard.paste.or'))}</span>
                    <b>{bin.points}</b>
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
