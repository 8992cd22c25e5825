/** JSON as JSON Logic uses it. @since 0.1.0 */
export type JsonLogicValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonLogicValue[]
  | { readonly [operator: string]: JsonLogicValue };
