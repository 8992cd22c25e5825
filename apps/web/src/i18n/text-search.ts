/** Text as a search compares it: without case and without the width that Chinese keyboards give to Latin letters. */
const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Tells whether every word of `search` stands in some of the texts; of an empty search, always. */
export function textSearch(search: string): (texts: readonly string[]) => boolean {
  const words = fold(search).split(/\s+/u).filter(Boolean);
  return (texts) => {
    // A line break keeps a word from being found across two texts.
    const said = fold(texts.join('\n'));
    return words.every((word) => said.includes(word));
  };
}
