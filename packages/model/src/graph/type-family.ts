const families: Readonly<Record<string, string>> = {
  duration: 'number',
  enumeration: 'text',
  names: 'boolean',
};

/**
 * The type whose values those of `type` are: a duration is a number, and an enumeration a text, of which more is known. What takes one
 * type of a family takes the others.
 * @since 0.1.0
 */
export function familyOf(type: string): string {
  return families[type] ?? type;
}
