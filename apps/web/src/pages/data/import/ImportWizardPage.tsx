import { InboxOutlined } from '@ant-design/icons';
import type {
  ApiError,
  ImportTarget,
  Mapping,
  MappingGuess,
  ReadOptions,
  Upload as StoredFile,
} from '@terrace/client';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Button, Card, Flex, Progress, Steps, Upload } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../../api/useAct';
import { useCatalog } from '../../../api/useCatalog';
import { useSession } from '../../../api/useSession';
import { EmptyHint } from '../../../components/EmptyHint';
import { Page } from '../../../components/Page';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { useLanguage } from '../../../store/preferences';
import { FilePreview } from './FilePreview';
import { fieldsOf, targetOf } from './import-targets';
import { MappingTable } from './MappingTable';
import { ReadOptionsForm } from './ReadOptionsForm';
import { TargetChoice } from './TargetChoice';
import { Trial } from './Trial';
import { uploadFile } from './upload-file';

const noGuess: MappingGuess = { mapping: {}, ambiguous: [], missing: [] };

/** From a file to an import: choose, map, try, start. */
export function ImportWizardPage(): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const { isDesigner } = useSession();
  const { subjectTypes, eventTypes } = useCatalog();
  const given = useSearch({ from: '/signedIn/data/import' });
  const [step, setStep] = useState(0);
  const [share, setShare] = useState<number>();
  const [failure, setFailure] = useState<unknown>(null);
  const [file, setFile] = useState<StoredFile>();
  const [target, setTarget] = useState<ImportTarget | undefined>(targetOf(given.target));
  const [guess, setGuess] = useState<MappingGuess>(noGuess);
  const [mapping, setMapping] = useState<Mapping>({});
  const [options, setOptions] = useState<ReadOptions>({});
  const sending = useRef<AbortController | undefined>(undefined);
  const guessMapping = useAct('guessMapping');
  const trial = useAct('tryImport');
  const start = useAct('startImport', {
    refreshes: ['listImports'],
    onDone: ({ id }) => void navigate({ to: '/data/imports/$importId', params: { importId: id } }),
  });

  const choose = async (chosen: File): Promise<void> => {
    sending.current = new AbortController();
    setFailure(null);
    setShare(0);
    try {
      setFile(await uploadFile(chosen, setShare, sending.current.signal));
      setGuess(noGuess);
      setMapping({});
    } catch (error) {
      if (!(error instanceof DOMException)) setFailure(error as ApiError);
    } finally {
      setShare(undefined);
    }
  };

  const toMapping = (): void => {
    if (file === undefined || target === undefined) return;
    guessMapping.mutate(
      { params: { id: file.id }, body: target },
      {
        onSuccess: (found) => {
          setGuess(found);
          setMapping(found.mapping);
          trial.reset();
          setStep(1);
        },
      },
    );
  };

  const fields =
    target === undefined
      ? []
      : fieldsOf(target, subjectTypes, eventTypes, language, {
          key: t('import.special.key'),
          subject: t('import.special.subject'),
          time: t('import.special.time'),
          id: t('import.special.id'),
        });
  const unmapped = fields.filter(({ id, isRequired }) => isRequired && mapping[id] === undefined);

  const tryRows = (rows: number): void => {
    if (file !== undefined && target !== undefined)
      trial.mutate({ params: { id: file.id }, body: { target, mapping, options, rows } });
  };

  if (!isDesigner)
    return (
      <Page title={t('data.import')}>
        <EmptyHint text={t('problem.status403')} />
      </Page>
    );

  return (
    <Page title={t('data.import')} subtitle={file === undefined ? t('import.subtitle') : file.fileName}>
      <Steps
        className="wizard-steps"
        size="small"
        current={step}
        items={[
          { title: t('import.step.file') },
          { title: t('import.step.mapping') },
          { title: t('import.step.trial') },
        ]}
      />
      {step === 0 && (
        <Card>
          {subjectTypes.length === 0 && (
            <Alert
              className="page-note"
              type="info"
              showIcon
              title={t('data.noTypes')}
              action={<Link to="/data">{t('navigation.data')}</Link>}
            />
          )}
          <Upload.Dragger
            accept=".csv,.tsv,.txt,.gz"
            multiple={false}
            showUploadList={false}
            disabled={share !== undefined}
            beforeUpload={(chosen) => {
              void choose(chosen);
              return false;
            }}
          >
            <p className="ant-upload-drag-icon">
              <InboxOutlined aria-hidden />
            </p>
            <p className="ant-upload-text">{file === undefined ? t('import.drop') : file.fileName}</p>
            <p className="ant-upload-hint">
              {t(file === undefined ? 'import.dropHint' : 'import.dropOther')}
            </p>
          </Upload.Dragger>
          {share !== undefined && (
            <Flex gap={12} align="center" className="upload-progress">
              <Progress percent={Math.round(share * 100)} status="active" />
              <Button onClick={() => sending.current?.abort()}>{t('form.cancel')}</Button>
            </Flex>
          )}
          <ProblemAlert error={failure ?? guessMapping.error} />
          {file !== undefined && (
            <>
              <h3>{t('import.what')}</h3>
              <TargetChoice value={target} onChange={setTarget} />
              <FilePreview file={file} />
            </>
          )}
          <Flex justify="flex-end" gap={8} className="wizard-foot">
            <Button
              type="primary"
              disabled={file === undefined || target === undefined}
              loading={guessMapping.isPending}
              data-testid="to-mapping"
              onClick={toMapping}
            >
              {t('form.next')}
            </Button>
          </Flex>
        </Card>
      )}
      {step === 1 && file !== undefined && (
        <Card>
          <MappingTable file={file} fields={fields} guess={guess} mapping={mapping} onChange={setMapping} />
          <ReadOptionsForm file={file} options={options} found={trial.data?.options} onChange={setOptions} />
          <FilePreview file={file} mapping={mapping} fields={fields} />
          {unmapped.length > 0 && (
            <Alert
              className="page-note"
              type="warning"
              showIcon
              title={t('import.unmapped', {
                fields: unmapped.map(({ label }) => label).join(t('operator.comma')),
              })}
            />
          )}
          <Flex justify="flex-end" gap={8} className="wizard-foot">
            <Button onClick={() => setStep(0)}>{t('form.back')}</Button>
            <Button
              type="primary"
              disabled={unmapped.length > 0}
              data-testid="to-trial"
              onClick={() => {
                setStep(2);
                tryRows(100);
              }}
            >
              {t('form.next')}
            </Button>
          </Flex>
        </Card>
      )}
      {step === 2 && (
        <Card>
          <Trial trial={trial} fields={fields} onTry={tryRows} />
          <ProblemAlert error={start.error} />
          <Flex justify="flex-end" gap={8} className="wizard-foot">
            <Button onClick={() => setStep(1)}>{t('form.back')}</Button>
            <Button
              type="primary"
              loading={start.isPending}
              disabled={trial.data === undefined}
              data-testid="start-import"
              onClick={() =>
                file !== undefined &&
                target !== undefined &&
                start.mutate({ body: { uploadId: file.id, target, mapping, options } })
              }
            >
              {t('import.start')}
            </Button>
          </Flex>
        </Card>
      )}
    </Page>
  );
}
