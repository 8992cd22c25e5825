import type { ReactNode } from 'react';

/** A tier's name with its colour; the colour is never the only sign. */
export const TierTag = ({ name, color }: { readonly name: string; readonly color?: string }): ReactNode => (
  <span className="tier-tag">
    <span className="tier-dot" style={color === undefined ? undefined : { background: color }} aria-hidden />
    {name}
  </span>
);
