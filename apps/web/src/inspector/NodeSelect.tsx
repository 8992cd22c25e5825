import type { ModelNode } from '@terrace/model';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TierTag } from '../components/TierTag';
import { useText } from '../i18n/useText';
import { selectDocument } from '../store/editor-selectors';
import { useEditor } from '../store/editor-store';

interface NodeSelectProps {
  readonly id?: string;
  readonly value: string | undefined;
  readonly accepts: (node: ModelNode) => boolean;
  readonly isClearable?: boolean;
  readonly label?: string;
  readonly testId?: string;
  onChange(id: string | undefined): void;
}

/** Chooses a node of the document. */
export function NodeSelect(props: NodeSelectProps): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const { nodes } = useEditor(selectDocument);
  const options = nodes.filter(props.accepts).map((node) => ({
    value: node.id,
    title: text(node.name),
    label:
      node.kind === 'tier' ? (
        <TierTag name={text(node.name)} {...(node.color === undefined ? {} : { color: node.color })} />
      ) : (
        text(node.name)
      ),
  }));
  const isKnown = options.some(({ value }) => value === props.value);
  return (
    <Select
      id={props.id}
      className="wide"
      value={isKnown ? props.value : undefined}
      placeholder={
        props.value === undefined
          ? t(props.isClearable ? 'form.none' : 'inspector.choose')
          : t('canvas.unconnected')
      }
      status={props.value !== undefined && !isKnown ? 'error' : undefined}
      allowClear={props.isClearable ?? false}
      options={options}
      aria-label={props.label}
      data-testid={props.testId}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'title' }}
      onChange={(id: string | undefined) => props.onChange(id)}
    />
  );
}
