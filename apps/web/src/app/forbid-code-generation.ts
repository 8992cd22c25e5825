/**
 * Zod probes for `new Function` and uses it when allowed. The content security policy forbids it, and even the probe is
 * reported as a violation, so zod is told beforehand. This must be imported before anything that imports zod.
 */
const scope = globalThis as { __zod_globalConfig?: { jitless?: boolean } };
scope.__zod_globalConfig = { ...scope.__zod_globalConfig, jitless: true };

export {};
