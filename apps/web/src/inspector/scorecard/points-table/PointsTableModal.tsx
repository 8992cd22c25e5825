import type { ScorecardNode } from '@terrace/model';
import { attainableRange, readPointsTable } from '@terrace/model/points-table';
import { useReactFlow } from '@xyflow/react';
import { Alert, App, Button, Input, Modal } from 'antd';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalog } from '../../../api/useCatalog';
import { useText } from '../../../i18n/useText';
import { selectDocument } from '../../../store/editor-selectors';
import { useEditor, useEditorStore } from '../../../store/editor-store';
import { pointsTableChange } from './points-table-change';
import { PointsTableFaults } from './PointsTableFaults';
import { PointsTablePreview } from './PointsTablePreview';
import { choicesFor, likelySources, type VariableSource } from './variable-source';
import './points-table.css';

interface PointsTableModalProps {
  readonly node: ScorecardNode;
  readonly pasted: string;
  onClose(): void;
}

/** Takes a points table as it is copied out of a spreadsheet or a file, shows what was understood, and puts it into the scorecard. */
export function PointsTableModal({ node, pasted, onClose }: PointsTableModalProps): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const { message } = App.useApp();
  const store = useEditorStore();
  const document = useEditor(selectDocument);
  const { fitView } = useReactFlow();
  const { subjectTypes } = useCatalog();
  const subjectType = subjectTypes.find(({ id }) => id === document.subjectType);
  const fields = useMemo(() => subjectType?.fields ?? [], [subjectType]);
  const [written, setWritten] = useState(pasted);
  const settled = useDeferredValue(written);
  const { table, issues } = useMemo(() => readPointsTable(settled), [settled]);
  const { variables } = table;
  const likely = useMemo(
    () => likelySources(variables, document, node.id, fields),
    [variables, document, node.id, fields],
  );
  const choices = useMemo(
    () => variables.map((variable) => choicesFor(variable, document, node.id, fields)),
    [variables, document, node.id, fields],
  );
  // By the variable's name, so that a choice survives edits of the text.
  const [chosen, setChosen] = useState<Readonly<Record<string, VariableSource>>>({});
  const sources = variables.map(
    ({ name }, index): VariableSource => chosen[name] ?? likely[index] ?? { kind: 'later' },
  );
  const isBlank = settled.trim() === '';
  const hasErrors = issues.some(({ severity }) => severity === 'error');
  const open = variables.filter((_, index) => sources[index]?.kind === 'later').map(({ name }) => name);
  const range = attainableRange(table);

  const apply = (): void => {
    const { dispatch, canvasNodes } = store.getState();
    const places = Object.fromEntries(canvasNodes.map(({ id, position }) => [id, position]));
    dispatch(pointsTableChange(table, sources, { document, card: node, fields, places }));
    void message.success(t('scorecard.paste.applied', { count: variables.length }));
    onClose();
    // New dimensions may lie outside of what is seen.
    window.requestAnimationFrame(() => void fitView({ padding: 0.12, maxZoom: 1.1, duration: 200 }));
  };

  return (
    <Modal
      open
      width="min(1100px, 94vw)"
      style={{ top: 32 }}
      title={t('scorecard.paste.title')}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t('form.cancel')}
        </Button>,
        <Button
          key="apply"
          type="primary"
          disabled={isBlank || hasErrors || settled !== written}
          data-testid="points-table-apply"
          onClick={apply}
        >
          {t('scorecard.paste.apply')}
        </Button>,
      ]}
    >
      <p className="field-hint">{t('scorecard.paste.hint')}</p>
      <Input.TextArea
        className="code"
        autoSize={{ minRows: 6, maxRows: 12 }}
        value={written}
        autoFocus
        spellCheck={false}
        wrap="off"
        placeholder={t('scorecard.paste.placeholder')}
        aria-label={t('scorecard.paste.label')}
        data-testid="points-table-text"
        onChange={({ target }) => setWritten(target.value)}
      />
      {!isBlank && (
        <div className="points-table" data-testid="points-table-preview">
          <PointsTableFaults issues={issues} />
          {variables.length > 0 && (
            <>
              <p className="points-table-summary" data-testid="points-table-summary">
                {t('scorecard.paste.summary', {
                  count: variables.length,
                  bins: variables.reduce((sum, { bins }) => sum + bins.length, 0),
                  base: table.base,
                  ...range,
                })}
              </p>
              {open.length > 0 && (
                <Alert
                  type="warning"
                  showIcon
                  data-testid="points-table-open"
                  title={t('scorecard.paste.withoutSource', {
                    type: text(subjectType?.name) || document.subjectType,
                    variables: open.join(t('scorecard.paste.separator')),
                  })}
                />
              )}
              <PointsTablePreview
                variables={variables}
                sources={sources}
                choices={choices}
                onChoose={(name, source) => setChosen({ ...chosen, [name]: source })}
              />
              {(node.weightSets?.length ?? 0) > 0 && (
                <p className="field-hint">{t('scorecard.paste.weightsGo')}</p>
              )}
            </>
          )}
        </div>
      )}
    </Modal>
  );
}
