import type { ModelNode } from '@terrace/model';
import type { ReactNode } from 'react';
import { Hint } from '../components/Hint';
import { kindIcons } from './kind-icons';
import { paletteMime } from './palette-item';

interface PaletteButtonProps {
  readonly id: string;
  readonly kind: ModelNode['kind'];
  /** As `writeItem` gives it. */
  readonly item: string;
  readonly label: string;
  readonly hint: string;
  onAdd(item: string): void;
}

/** One thing of the palette. */
export function PaletteButton({ id, kind, item, label, hint, onAdd }: PaletteButtonProps): ReactNode {
  return (
    <Hint title={hint} placement="right" mouseEnterDelay={0.6}>
      <button
        type="button"
        className={`palette-item node-${kind}`}
        draggable
        data-testid={`palette-${id}`}
        onDragStart={(event) => {
          event.dataTransfer.setData(paletteMime, item);
          event.dataTransfer.effectAllowed = 'copy';
        }}
        onClick={() => onAdd(item)}
      >
        <span className="node-icon" aria-hidden>
          {kindIcons[kind]}
        </span>
        <span className="palette-text">{label}</span>
      </button>
    </Hint>
  );
}
