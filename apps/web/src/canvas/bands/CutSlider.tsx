import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cutScale, decimalOf, type CutScale } from './cut-scale';

interface CutSliderProps {
  readonly nodeId: string;
  readonly cuts: readonly string[];
  readonly outputs: readonly (string | number)[];
  readonly isReadOnly: boolean;
  /** `gesture` is the same for all steps of one drag. */
  onMove(index: number, value: string, gesture: string): void;
}

interface Drag {
  readonly index: number;
  readonly gesture: string;
  /** The scale as it was when the drag began, so that it does not run away under the pointer. */
  readonly scale: CutScale;
}

/** Bands as a horizontal scale: scores between the cut points, which can be dragged or moved with the arrow keys. */
export function CutSlider({ nodeId, cuts, outputs, isReadOnly, onMove }: CutSliderProps): ReactNode {
  const { t } = useTranslation();
  const track = useRef<HTMLDivElement>(null);
  const gestures = useRef(0);
  const [drag, setDrag] = useState<Drag>();
  const values = cuts.map(Number);
  const scale = drag?.scale ?? cutScale(values);
  const places = values.map(scale.place);
  const edges = [0, ...places, 1];

  const bounded = (index: number, value: number, by: CutScale): string =>
    decimalOf(value, by.step, values[index - 1] ?? -Infinity, values[index + 1] ?? Infinity);

  const start = (index: number) => (event: PointerEvent<HTMLDivElement>) => {
    if (isReadOnly || event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ index, gesture: `${nodeId}/drag/${++gestures.current}`, scale: cutScale(values) });
  };
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    const box = track.current?.getBoundingClientRect();
    if (drag === undefined || box === undefined) return;
    const place = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    const value = bounded(drag.index, drag.scale.valueAt(place), drag.scale);
    if (value !== cuts[drag.index]) onMove(drag.index, value, drag.gesture);
  };
  const press = (index: number) => (event: KeyboardEvent<HTMLDivElement>) => {
    const direction = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (direction === undefined || isReadOnly) return;
    event.preventDefault();
    event.stopPropagation();
    const reach = (event.shiftKey ? 10 : 1) * direction * scale.step;
    onMove(index, bounded(index, (values[index] ?? 0) + reach, scale), `${nodeId}/keys/${index}`);
  };

  return (
    <div className="cut-slider nodrag nopan" ref={track}>
      {outputs.map((_, index) => {
        const left = edges[index] ?? 1;
        const right = edges[index + 1] ?? 1;
        return (
          <span
            key={index}
            className="cut-band"
            style={{
              left: `${left * 100}%`,
              width: `${Math.max(0, right - left) * 100}%`,
              opacity: 0.25 + (0.6 * index) / Math.max(1, outputs.length - 1),
            }}
          />
        );
      })}
      {outputs.map((output, index) => (
        <span
          key={`label${index}`}
          className="cut-output"
          style={{ left: `${(((edges[index] ?? 1) + (edges[index + 1] ?? 1)) / 2) * 100}%` }}
        >
          {String(output)}
        </span>
      ))}
      {places.map((place, index) => (
        <div
          key={`cut${index}`}
          className={`cut-handle${drag?.index === index ? ' is-dragged' : ''}`}
          style={{ left: `${place * 100}%` }}
          role="slider"
          tabIndex={isReadOnly ? -1 : 0}
          aria-label={t('bands.cutLabel', { number: index + 1 })}
          aria-valuenow={values[index]}
          aria-valuetext={cuts[index]}
          aria-disabled={isReadOnly}
          data-testid={`cut-handle-${nodeId}-${index}`}
          onPointerDown={start(index)}
          onPointerMove={move}
          onPointerUp={() => setDrag(undefined)}
          onPointerCancel={() => setDrag(undefined)}
          onKeyDown={press(index)}
        />
      ))}
    </div>
  );
}
