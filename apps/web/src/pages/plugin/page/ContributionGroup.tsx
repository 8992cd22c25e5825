import { useId, type ReactNode } from 'react';
import { useFormat } from '../../../i18n/useFormat';

interface ContributionGroupProps<T> {
  readonly title: string;
  readonly items: readonly T[];
  /** Many short things, one after the other. */
  readonly isCompact?: boolean;
  children(item: T): ReactNode;
}

/** One kind of what a plugin adds; nothing when there is none. */
export function ContributionGroup<T extends { readonly id: string }>(
  props: ContributionGroupProps<T>,
): ReactNode {
  const { title, items, isCompact = false, children } = props;
  const format = useFormat();
  const id = useId();
  if (items.length === 0) return null;
  return (
    <section className="contribution" aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className="node-muted">{format.number(items.length)}</span>
      </h2>
      <ul className={isCompact ? 'chips' : undefined}>
        {items.map((item) => (
          <li key={item.id} title={item.id}>
            {children(item)}
          </li>
        ))}
      </ul>
    </section>
  );
}
