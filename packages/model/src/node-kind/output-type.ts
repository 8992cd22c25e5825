/** The type of a node's outputs: numbers when every one is, else texts. */
export function outputType(outputs: readonly (number | string | undefined)[]): 'number' | 'text' {
  return outputs.every((output) => output === undefined || typeof output === 'number') ? 'number' : 'text';
}

/** The outputs that are given, each once, in their order. */
export function distinctOutputs(outputs: readonly (number | string | undefined)[]): (number | string)[] {
  return [...new Set(outputs.filter((output) => output !== undefined))];
}
