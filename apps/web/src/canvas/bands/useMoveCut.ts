import type { BandsNode } from '@terrace/model';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { withCut } from '../../store/calibration';
import { useEditorStore } from '../../store/editor-store';

/** Moves a cut point; says so when that turns calibrated bands into explicit ones. */
export function useMoveCut(): (node: BandsNode, index: number, value: string, gesture: string) => void {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const store = useEditorStore();
  return (node, index, value, gesture) => {
    const { dispatch, calibration } = store.getState();
    if (node.cuts.method !== 'explicit')
      void message.info({ key: 'explicit', content: t('bands.becameExplicit'), duration: 4 });
    dispatch({ type: 'replace', node: withCut(node, index, value, calibration) }, gesture);
  };
}
