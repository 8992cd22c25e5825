import { InboxOutlined } from '@ant-design/icons';
import type { PluginCandidate, PluginSource } from '@terrace/client';
import { Input, Segmented, Spin, Upload } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../../api/useAct';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { Field } from '../../../components/Field';
import { sourceOf, type SourceKind } from './source-of';

/** A version that was chosen; `candidate` is what a packed file was found to be. */
export interface ChosenSource {
  readonly source: PluginSource;
  readonly candidate?: PluginCandidate;
}

interface SourceChoiceProps {
  onChange(chosen: ChosenSource | undefined): void;
}

const kinds = ['upload', 'folder', 'registry'] as const satisfies readonly SourceKind[];

/** Where a plugin comes from: a packed file, which is sent at once and looked into, a folder of the server, or a package's name. */
export function SourceChoice({ onChange }: SourceChoiceProps): ReactNode {
  const { t } = useTranslation();
  const [kind, setKind] = useState<SourceKind>('upload');
  const [path, setPath] = useState('');
  const [name, setName] = useState('');
  const [fileName, setFileName] = useState<string>();
  const upload = useAct('uploadPluginPackage');
  const send = (file: File): void => {
    setFileName(file.name);
    onChange(undefined);
    upload.mutate(
      { stream: file },
      {
        onSuccess: (staged) =>
          onChange({ source: { kind: 'upload', package: staged.package }, candidate: staged }),
      },
    );
  };
  const choose = (next: SourceKind): void => {
    setKind(next);
    upload.reset();
    setFileName(undefined);
    const source = next === 'upload' ? undefined : sourceOf(next, next === 'folder' ? path : name);
    onChange(source === undefined ? undefined : { source });
  };
  const type = (of: 'folder' | 'registry', value: string): void => {
    (of === 'folder' ? setPath : setName)(value);
    const source = sourceOf(of, value);
    onChange(source === undefined ? undefined : { source });
  };
  return (
    <div className="source-choice">
      <div className="field">
        <Segmented<SourceKind>
          block
          value={kind}
          aria-label={t('plugin.from')}
          options={kinds.map((value) => ({ value, label: t(`plugin.sourceChoice.${value}`) }))}
          onChange={choose}
        />
      </div>
      {kind === 'upload' && (
        <>
          <Upload.Dragger
            accept=".tgz,.tar.gz,.gz"
            multiple={false}
            showUploadList={false}
            disabled={upload.isPending}
            data-testid="plugin-file"
            beforeUpload={(file) => {
              send(file);
              return false;
            }}
          >
            <p className="ant-upload-drag-icon">
              {upload.isPending ? <Spin size="large" /> : <InboxOutlined aria-hidden />}
            </p>
            <p className="ant-upload-text" role="status">
              {upload.isPending
                ? t('plugin.reading', { name: fileName })
                : (fileName ?? t('plugin.dropPackage'))}
            </p>
            <p className="ant-upload-hint">
              {t(fileName === undefined ? 'plugin.dropPackageHint' : 'import.dropOther')}
            </p>
          </Upload.Dragger>
          <ProblemAlert error={upload.error} />
        </>
      )}
      {kind === 'folder' && (
        <Field label={t('plugin.folderPath')} hint={t('plugin.folderPathHint')}>
          {(id) => (
            <Input
              id={id}
              className="code"
              value={path}
              maxLength={1000}
              spellCheck={false}
              placeholder="/srv/terrace/hotel"
              data-testid="plugin-folder"
              onChange={({ target }) => type('folder', target.value)}
            />
          )}
        </Field>
      )}
      {kind === 'registry' && (
        <Field label={t('plugin.packageName')} hint={t('plugin.packageNameHint')}>
          {(id) => (
            <Input
              id={id}
              className="code"
              value={name}
              maxLength={315}
              spellCheck={false}
              placeholder="@example/terrace-hotel"
              data-testid="plugin-package"
              onChange={({ target }) => type('registry', target.value)}
            />
          )}
        </Field>
      )}
    </div>
  );
}
