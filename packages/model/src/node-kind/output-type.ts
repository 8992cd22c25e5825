/** The type of a node's outputs: numbers when every one is, else texts. */
export function outputType(outputs: readonly (number | string | undefined)[]): 'number' | 'text' {
  return outputs.every((output) => output === undefined || typeof output === 'number') ? 'number' : 'text';
}
