import type { BilingualText } from '../../issue.js';
import type { Slot } from './operand.js';
import type { Token } from './token.js';
import type { SentenceWindow } from './vocabulary.js';

/** Tells what was assumed about `token`. */
type Note = (code: string, token: Token, message: BilingualText) => void;

function noteNotCarried(note: Note, token: Token): void {
  note('WINDOW_NOT_CARRIED', token, {
    en: `No window is said for "${token.text}", so all of the time counts. Write one before it if something else is meant.`,
    'zh-CN': `“${token.text}”没有写时间窗口，按全部历史计算；如有其他含义，请在前面写出时间窗口。`,
  });
}

function noteCarried(note: Note, token: Token, window: SentenceWindow): void {
  const [en, zh] =
    'days' in window
      ? [`${window.days} days`, `${window.days} 天`]
      : [`${window.months} months`, `${window.months} 个月`];
  note('WINDOW_CARRIED', token, {
    en: `No window is said for "${token.text}"; the one of the other condition was taken: ${en}.`,
    'zh-CN': `“${token.text}”没有写时间窗口，沿用另一条件的 ${zh}。`,
  });
}

/**
 * Gives windows to the slots of a sentence that have none. A window holds on until another is said; one behind its clause is meant for
 * the clauses before it too. What did not happen hands its window to other things that did not: «no orders in 6 months and a total
 * spend of …» would else be impossible.
 */
export function carryWindows(slots: readonly Slot[], note: Note): void {
  let ofDone: SentenceWindow | null = null;
  let last: SentenceWindow | null = null;
  for (const [index, slot] of slots.entries()) {
    const isNegative = slot.isNegative === true;
    const held: SentenceWindow | null = isNegative ? last : ofDone;
    if (slot.window !== null) {
      if (slot.isTrailing === true && held === null)
        for (const earlier of slots.slice(0, index)) {
          if (earlier.window !== null || earlier.isLifetime === true) continue;
          if (isNegative && earlier.isNegative !== true) continue;
          earlier.window = slot.window;
          noteCarried(note, earlier.at, slot.window);
        }
      last = slot.window;
      if (!isNegative) ofDone = slot.window;
    } else if (held !== null && slot.isLifetime !== true) {
      slot.window = held;
      noteCarried(note, slot.at, held);
    } else {
      if (last !== null) noteNotCarried(note, slot.at);
      if (slot.isLifetime === true && !isNegative) [ofDone, last] = [null, null];
    }
  }
}
