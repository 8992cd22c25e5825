import {
  ArrowLeftOutlined,
  BarChartOutlined,
  ExperimentOutlined,
  PlayCircleOutlined,
  ProfileOutlined,
  RedoOutlined,
  SaveOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import type { Model } from '@terrace/client';
import { Button, Divider, Flex, Tag } from 'antd';
import { LinkButton } from '../../components/LinkButton';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Hint } from '../../components/Hint';
import { AsOfPicker } from '../../components/AsOfPicker';
import { useText } from '../../i18n/useText';
import { selectDocument, selectIsChanged } from '../../store/editor-selectors';
import { useEditor } from '../../store/editor-store';
import { IssueList } from './IssueList';
import { PublishButton } from './PublishButton';
import type { Save } from './useSave';
import { VersionsButton } from './VersionsButton';

interface EditorToolbarProps {
  readonly model: Model;
  readonly save: Save;
  readonly asOf: string;
  readonly isPreviewing: boolean;
  readonly isModelOpen: boolean;
  /** Opens the proof of the rules. */
  readonly proof: ReactNode;
  onToggleModel(): void;
  onAsOf(asOf: string): void;
  onPreview(): void;
}

export function EditorToolbar(props: EditorToolbarProps): ReactNode {
  const { model, save, asOf, isPreviewing, isModelOpen, proof, onAsOf, onToggleModel, onPreview } = props;
  const { t } = useTranslation();
  const text = useText();
  const name = useEditor((state) => selectDocument(state).name);
  const isChanged = useEditor(selectIsChanged);
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const canUndo = useEditor((state) => state.history.past.length > 0);
  const canRedo = useEditor((state) => state.history.future.length > 0);
  const undo = useEditor((state) => state.undo);
  const redo = useEditor((state) => state.redo);
  const params = { modelId: model.id };
  return (
    <header className="editor-bar">
      <Flex align="center" gap={6} className="editor-title">
        <LinkButton
          to="/models"
          aria-label={t('editor.back')}
          color="default"
          variant="text"
          icon={<ArrowLeftOutlined />}
        />
        <h1 title={text(name)}>{text(name)}</h1>
        {model.publishedVersion !== null && (
          <Tag data-testid="published-version">{t('versions.short', { number: model.publishedVersion })}</Tag>
        )}
        <span className="editor-state" role="status">
          {isReadOnly
            ? t('editor.readOnly')
            : isChanged
              ? t('editor.unsaved')
              : model.hasUnpublishedChanges || model.publishedVersion === null
                ? t('editor.draft')
                : t('editor.published')}
        </span>
      </Flex>
      <Flex align="center" gap={6} className="editor-tools">
        {!isReadOnly && (
          <>
            <Button
              type="text"
              icon={<UndoOutlined />}
              disabled={!canUndo}
              aria-label={t('editor.undo')}
              title={t('editor.undo')}
              data-testid="undo"
              onClick={undo}
            />
            <Button
              type="text"
              icon={<RedoOutlined />}
              disabled={!canRedo}
              aria-label={t('editor.redo')}
              title={t('editor.redo')}
              data-testid="redo"
              onClick={redo}
            />
            <IssueList />
          </>
        )}
        {proof}
        <Button
          icon={<ProfileOutlined />}
          type={isModelOpen ? 'primary' : 'default'}
          ghost={isModelOpen}
          aria-pressed={isModelOpen}
          aria-label={t('editor.properties')}
          title={t('editor.properties')}
          data-testid="toggle-inspector"
          onClick={onToggleModel}
        />
        <VersionsButton model={model} />
        <Hint title={t('editor.runs')}>
          <LinkButton
            to="/models/$modelId/runs"
            params={params}
            aria-label={t('editor.runs')}
            data-testid="model-runs"
            icon={<PlayCircleOutlined />}
          />
        </Hint>
        <Hint title={t('editor.results')}>
          <LinkButton
            to="/models/$modelId/results"
            params={params}
            search={{}}
            aria-label={t('editor.results')}
            data-testid="model-results"
            icon={<BarChartOutlined />}
          />
        </Hint>
        {!isReadOnly && (
          <>
            <Divider orientation="vertical" />
            <AsOfPicker value={asOf} onChange={onAsOf} />
            <Button
              icon={<ExperimentOutlined />}
              loading={isPreviewing}
              data-testid="preview"
              onClick={onPreview}
            >
              {t('editor.preview')}
            </Button>
            <Hint title={t('editor.saveHint')}>
              <Button
                icon={<SaveOutlined />}
                disabled={!isChanged}
                loading={save.isSaving}
                data-testid="save"
                onClick={() => void save.save()}
              >
                {t('form.save')}
              </Button>
            </Hint>
            <PublishButton model={model} save={save} asOf={asOf} />
          </>
        )}
      </Flex>
    </header>
  );
}
