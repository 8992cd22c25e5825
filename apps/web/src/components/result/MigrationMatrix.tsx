import type { MatrixCell } from '@terrace/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/useFormat';
import { TierTag } from '../TierTag';
import type { Tiers } from './tier-info';

export interface MatrixPlace {
  readonly from: string | null;
  readonly to: string | null;
}

interface MigrationMatrixProps {
  readonly cells: readonly MatrixCell[];
  readonly tiers: Tiers;
  readonly selected: MatrixPlace | undefined;
  onSelect(place: MatrixPlace | undefined): void;
}

const keyOf = (tier: string | null): string => tier ?? 'none';

/** How many subjects move from which tier (rows) to which (columns), as a heat map of buttons. */
export function MigrationMatrix({ cells, tiers, selected, onSelect }: MigrationMatrixProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const counts = new Map(cells.map(({ from, to, count }) => [`${keyOf(from)}/${keyOf(to)}`, count]));
  const used = (side: 'from' | 'to'): (string | null)[] => {
    const ids = new Set(cells.map((cell) => cell[side]));
    const known = tiers.list.map(({ id }) => id);
    const unknown = [...ids].filter((id): id is string => id !== null && !known.includes(id));
    return [...known, ...unknown, ...(ids.has(null) ? [null] : [])];
  };
  const rows = used('from');
  const columns = used('to');
  const name = (id: string | null, absent: string): string => (id === null ? absent : tiers.of(id).name);
  const rowName = (id: string | null): string => name(id, t('matrix.noTier'));
  const columnName = (id: string | null): string => name(id, t('matrix.gone'));
  const largest = Math.max(1, ...cells.filter(({ from, to }) => from !== to).map(({ count }) => count));

  const look = (from: string | null, to: string | null): string => {
    if (from === to) return 'stay';
    if (from === null || to === null) return 'other';
    return tiers.of(to).rank < tiers.of(from).rank ? 'up' : 'down';
  };

  return (
    <div className="matrix-wrap">
      <table
        className="matrix"
        data-testid="migration-matrix"
        style={{ '--matrix-columns': columns.length } as React.CSSProperties}
      >
        <caption>{t('matrix.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('matrix.corner')}</th>
            {columns.map((to) => (
              <th scope="col" key={keyOf(to)}>
                <TierTag name={columnName(to)} {...(to === null ? {} : { color: tiers.of(to).color })} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((from) => (
            <tr key={keyOf(from)}>
              <th scope="row">
                <TierTag name={rowName(from)} {...(from === null ? {} : { color: tiers.of(from).color })} />
              </th>
              {columns.map((to) => {
                const count = counts.get(`${keyOf(from)}/${keyOf(to)}`) ?? 0;
                const kind = look(from, to);
                const isSelected = selected !== undefined && selected.from === from && selected.to === to;
                return (
                  <td key={keyOf(to)}>
                    <button
                      type="button"
                      disabled={count === 0}
                      className={`matrix-cell is-${kind}${isSelected ? ' is-selected' : ''}`}
                      style={
                        {
                          '--heat': kind === 'stay' ? 0.25 : 0.15 + (0.65 * count) / largest,
                        } as React.CSSProperties
                      }
                      data-testid={`cell-${keyOf(from)}-${keyOf(to)}`}
                      aria-pressed={isSelected}
                      aria-label={t('matrix.cell', {
                        from: rowName(from),
                        to: columnName(to),
                        number: format.number(count),
                      })}
                      onClick={() => onSelect(isSelected ? undefined : { from, to })}
                    >
                      {count === 0 ? '·' : format.number(count)}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="matrix-legend" aria-hidden>
        <span className="matrix-key is-up" /> {t('transition.upgrade')}
        <span className="matrix-key is-down" /> {t('transition.downgrade')}
        <span className="matrix-key is-stay" /> {t('matrix.stay')}
      </div>
    </div>
  );
}
