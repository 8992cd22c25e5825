import {
  eventTypeSchema,
  fieldSchema,
  issueSchema,
  jsonLogicSchema,
  localizedTextSchema,
  modelDocumentSchema,
  modelNodeSchema,
  subjectTypeSchema,
} from '@terrace/model';
import { problemSchema } from '@terrace/client';
import { z } from 'zod';

/** A JSON Schema, or a part of one. */
export type JsonSchema = Record<string, unknown>;

/** What is worth a name of its own in the document, instead of being written out wherever it occurs. */
const named: Record<string, z.ZodType> = {
  EventType: eventTypeSchema,
  Field: fieldSchema,
  Issue: issueSchema,
  JsonLogic: jsonLogicSchema,
  LocalizedText: localizedTextSchema,
  ModelDocument: modelDocumentSchema,
  ModelNode: modelNodeSchema,
  Problem: problemSchema,
  SubjectType: subjectTypeSchema,
};

/** Turns the contract's schemas into JSON Schemas that share their named parts. */
export class JsonSchemas {
  readonly #names = z.registry<{ id: string }>();
  readonly #components = new Map<string, JsonSchema>();
  /** What each name stands for, as text. */
  readonly #texts = new Map<string, string>();

  constructor() {
    for (const [id, schema] of Object.entries(named)) this.#names.add(schema, { id });
  }

  /** The named parts met so far, by name. */
  get components(): Record<string, JsonSchema> {
    return Object.fromEntries([...this.#components].sort(([a], [b]) => a.localeCompare(b)));
  }

  /**
   * @param io - whether what is sent or what is answered is described: defaults may be left out when sending
   * @param place - makes names for parts that refer to themselves and have none
   */
  describe(schema: z.ZodType, io: 'input' | 'output', place: string): JsonSchema {
    // OpenAPI 3.1 has the dialect of JSON Schema that is the default here, so it need not be named.
    const {
      $schema: _dialect,
      $defs,
      ...root
    } = z.toJSONSchema(schema, {
      io,
      metadata: this.#names,
      unrepresentable: 'any',
    });
    const parts = ($defs ?? {}) as Record<string, JsonSchema>;
    const finalNames = new Map<string, string>();
    for (const name of Object.keys(parts))
      finalNames.set(name, this.#finalName(name, io, place, JSON.stringify(parts[name])));
    for (const [name, part] of Object.entries(parts))
      this.#components.set(finalNames.get(name) ?? name, withReferences(part, finalNames));
    return withReferences(root, finalNames);
  }

  /** A part that differs between sending and answering gets a name for each. */
  #finalName(name: string, io: 'input' | 'output', place: string, text: string): string {
    const wanted = name.startsWith('__') ? `${place}${name.replace(/^__schema/, 'Part')}` : name;
    for (const candidate of [wanted, `${wanted}${io === 'input' ? 'Input' : 'Output'}`]) {
      const known = this.#texts.get(candidate);
      if (known === undefined || known === text) {
        this.#texts.set(candidate, text);
        return candidate;
      }
    }
    throw new Error(`Two schemas are named "${wanted}".`);
  }
}

/** Copies `part`, its references leading to the document's components. */
function withReferences(part: unknown, names: ReadonlyMap<string, string>): JsonSchema {
  return JSON.parse(
    JSON.stringify(part, (key, value: unknown) => {
      if (key === 'id' && typeof value === 'string' && names.has(value)) return undefined;
      if (key !== '$ref' || typeof value !== 'string') return value;
      const name = value.replace('#/$defs/', '');
      return `#/components/schemas/${names.get(name) ?? name}`;
    }),
  ) as JsonSchema;
}
