import type { TimeDecayNode } from '@terrace/model';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/useFormat';
import { curvePoints, drawnUntil } from './decay-curve';

const size = { width: 200, height: 56 };

/** The weights of a decay over age. */
export function DecayCurve({ node }: { readonly node: Pick<TimeDecayNode, 'curve' | 'floor'> }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const points = curvePoints(node);
  const end = drawnUntil(node.curve);
  if (!(end > 0) || points.some(([, weight]) => !Number.isFinite(weight))) return null;
  const line = points
    .map(([x, y]) => `${(x * size.width).toFixed(1)},${((1 - y) * (size.height - 4) + 2).toFixed(1)}`)
    .join(' ');
  return (
    <figure className="decay-curve">
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('decay.curveLabel')}
      >
        <polygon points={`0,${size.height} ${line} ${size.width},${size.height}`} />
        <polyline points={line} />
      </svg>
      <figcaption>
        <span>0</span>
        <span>{format.number(end, 1)}</span>
      </figcaption>
    </figure>
  );
}
