/** Lines of a plugin's log that are kept. */
const KEPT_LINES = 200;
/** Longest line that is kept whole, in characters. */
const LONGEST_LINE = 1000;

/** The last lines of what a plugin prints, however much that is. */
export class LogTail {
  readonly #lines: string[] = [];
  #open = '';

  /** Takes text as it comes, in pieces that need not end with a line. */
  write(text: string): void {
    // Only the end of a flood can still be seen: the rest is not even split.
    const end = text.slice(-KEPT_LINES * LONGEST_LINE);
    const [first = '', ...others] = end.split('\n');
    this.#open = (this.#open + first).slice(0, LONGEST_LINE);
    for (const line of others) {
      this.#add(this.#open);
      this.#open = line.slice(0, LONGEST_LINE);
    }
  }

  /** Takes whole lines. */
  line(text: string): void {
    for (const line of text.split('\n').slice(-KEPT_LINES)) this.#add(line.slice(0, LONGEST_LINE));
  }

  /** Oldest first. */
  get lines(): readonly string[] {
    return this.#open === '' ? [...this.#lines] : [...this.#lines, this.#open];
  }

  #add(line: string): void {
    this.#lines.push(line);
    if (this.#lines.length > KEPT_LINES) this.#lines.shift();
  }
}
