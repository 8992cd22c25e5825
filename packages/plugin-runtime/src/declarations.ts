import { codeDeclarationsSchema, textKey, type CodeDeclarations } from '@terrace/plugin-sdk';

/** Declarations of loaded code, or why they are none. */
export type ReadDeclarations =
  | { readonly ok: true; readonly declarations: CodeDeclarations }
  | { readonly ok: false; readonly reason: string };

/** Texts by key stand for themselves: the locale files belong to who reads the plugin. */
function withTexts(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(withTexts);
  if (typeof json === 'object' && json !== null)
    return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, withTexts(value)]));
  return textKey(json) === null ? json : { en: json, 'zh-CN': json };
}

/** Reads what loaded code declares. */
export function readDeclarations(json: unknown): ReadDeclarations {
  const parsed = codeDeclarationsSchema.safeParse(withTexts(json));
  if (parsed.success) return { ok: true, declarations: parsed.data };
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return { ok: false, reason: faults.slice(0, 5).join('; ') };
}

type Declared = CodeDeclarations['dimensions' | 'actions'][number];

/** A declaration without the texts that stand in it; a field may be called `name` too. */
function withoutTexts(declared: Declared): object {
  const untitled = (item: object): object => ({ ...item, name: undefined, description: undefined });
  return {
    ...untitled(declared),
    parameters: declared.parameters.map((parameter) => ({
      ...untitled(parameter),
      options: parameter.options?.map(untitled),
    })),
  };
}

const meaning = ({ dimensions, actions }: CodeDeclarations): string =>
  JSON.stringify(sorted([dimensions.map(withoutTexts), actions.map(withoutTexts)]));

/** Whether two declarations mean the same; their texts, and the order in which inputs are named, may differ. */
export function haveSameMeaning(a: CodeDeclarations, b: CodeDeclarations): boolean {
  return meaning(a) === meaning(b);
}

/** Keys in one order, so that only what they hold is compared. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]),
  );
}
