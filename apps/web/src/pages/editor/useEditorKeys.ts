import { useEffect } from 'react';
import { isTextField } from '../../components/is-text-field';
import { useEditorStore } from '../../store/editor-store';

/** Ctrl or Cmd with S saves, with Z undoes, with Shift and Z (or Y) redoes; typing keeps the undo of its field. */
export function useEditorKeys(save: () => Promise<boolean>): void {
  const store = useEditorStore();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key === 's') {
        event.preventDefault();
        void save();
        return;
      }
      if (isTextField(event.target) || store.getState().isReadOnly) return;
      if (key === 'z' && !event.shiftKey) store.getState().undo();
      else if (key === 'y' || (key === 'z' && event.shiftKey)) store.getState().redo();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [save, store]);
}
