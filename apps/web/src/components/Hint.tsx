import { Tooltip, type TooltipProps } from 'antd';
import { useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';

interface HintProps extends Pick<TooltipProps, 'placement' | 'mouseEnterDelay'> {
  /** Nothing for none. */
  readonly title: ReactNode;
  /** One element, which takes the keyboard by itself or by a `tabIndex`. */
  readonly children: ReactElement;
}

/** A word more about something: shown to the mouse over it, and to whoever reaches it by keyboard; Escape closes it. */
export function Hint({ title, children, ...look }: HintProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isOpen) return;
    // What is around it, such as a dialog, stays open.
    event.stopPropagation();
    setOpen(false);
  };
  return (
    <span
      className="hint"
      // A click focuses, too; the browser knows whether the focus came by keyboard.
      onFocus={({ target }) => target.matches(':focus-visible') && setOpen(true)}
      onBlur={() => setOpen(false)}
      onKeyDown={press}
    >
      <Tooltip {...look} title={title} open={isOpen && Boolean(title)} onOpenChange={setOpen}>
        {children}
      </Tooltip>
    </span>
  );
}
