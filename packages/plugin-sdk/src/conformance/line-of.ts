import type { Issue } from '@terrace/model';
import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser';

/** A place in a text file, both counted from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

function textPlace(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - start + 1 };
}

/** Finds where values of one JSON text stand. */
export class JsonPlaces {
  readonly #text: string;
  #root: Node | undefined;
  #isParsed = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** Where the value at `path` begins, or the nearest one around it that is there. */
  at(path: Issue['path']): TextPlace {
    if (!this.#isParsed) this.#root = parseTree(this.#text);
    this.#isParsed = true;
    if (this.#root === undefined) return { line: 1, column: 1 };
    for (let length = path.length; length > 0; length -= 1) {
      const node = findNodeAtLocation(this.#root, path.slice(0, length));
      if (node !== undefined) return textPlace(this.#text, node.offset);
    }
    return textPlace(this.#text, this.#root.offset);
  }
}
