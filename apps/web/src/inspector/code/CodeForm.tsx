import type { LocalizedText, TemplateParameter } from '@terrace/model';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParameterValue } from '../../components/parameter/ParameterInput';
import { Origin } from '../Origin';
import { ParameterFields } from '../ParameterFields';

interface CodeFormProps {
  /** What a node refers to: `plugin.id`, with the version of the plugin and the values of parameters. */
  readonly codeId: string;
  readonly version: string;
  readonly values: Readonly<Record<string, ParameterValue>>;
  /** What the plugin says of it; undefined while that is not there. */
  readonly entry:
    | { readonly name: LocalizedText; readonly parameters?: readonly TemplateParameter[] | undefined }
    | undefined;
  readonly hint: string;
  onChange(values: Record<string, ParameterValue>, parameter: string): void;
}

/** The form of what code of a plugin does, made from the declarations of its parameters. */
export function CodeForm({ codeId, version, values, entry, hint, onChange }: CodeFormProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Origin
        id={codeId}
        version={version}
        name={entry?.name}
        hint={entry === undefined ? t('code.missing') : hint}
      />
      <ParameterFields parameters={entry?.parameters ?? []} values={values} onChange={onChange} />
    </>
  );
}
