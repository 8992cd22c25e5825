import type { ReactNode } from 'react';

export const Logo = ({ size = 28 }: { readonly size?: number }): ReactNode => (
  <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden focusable="false">
    <rect width="32" height="32" rx="7" fill="#0b7285" />
    <path d="M6 24h20v-4h-5v-5h-5v-5h-5v-4H6z" fill="#fff" />
  </svg>
);
