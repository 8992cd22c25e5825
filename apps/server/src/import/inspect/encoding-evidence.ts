import type { Upload } from '@terrace/client';

/**
 * Weighs the encodings of a text that is not sound UTF-8 throughout. Damaged UTF-8 still has far more sound characters
 * than errors. In GB18030 common hanzi have both bytes above 0xA0, while an accented letter of a Western single-byte
 * encoding is followed by an ASCII letter.
 */
export class EncodingEvidence {
  readonly #utf8 = { decoder: new TextDecoder('utf-8'), sound: 0, errors: 0 };
  readonly #gb = { decoder: new TextDecoder('gb18030'), sound: 0, errors: 0 };
  #hanzi = 0;
  #accents = 0;
  #lead = -1;

  write(bytes: Uint8Array): void {
    for (const candidate of [this.#utf8, this.#gb]) {
      const text = candidate.decoder.decode(bytes, { stream: true });
      for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (code === 0xfffd) candidate.errors += 1;
        else if (code > 0x7f) candidate.sound += 1;
      }
    }
    for (const byte of bytes) this.#pair(byte);
  }

  #pair(byte: number): void {
    if (this.#lead === -1) {
      if (byte >= 0x81 && byte <= 0xfe) this.#lead = byte;
      return;
    }
    if ((byte >= 0xa1 && this.#lead >= 0xa1) || (byte >= 0x30 && byte <= 0x39)) this.#hanzi += 1;
    else if (byte < 0x80) this.#accents += 1;
    this.#lead = -1;
  }

  /** The encoding of the text so far; undefined when it is neither. */
  get encoding(): Upload['encoding'] | undefined {
    if (this.#utf8.errors * 2 < this.#utf8.sound) return 'utf-8';
    const isChinese = this.#hanzi > this.#accents && this.#gb.errors * 10 < this.#gb.sound;
    return isChinese ? 'gb18030' : undefined;
  }
}
