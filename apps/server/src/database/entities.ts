/** Every entity; a feature adds its own here. */
export const entities: readonly (new () => object)[] = [];
