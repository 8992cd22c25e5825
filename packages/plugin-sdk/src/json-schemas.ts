import { localizedTextSchema } from '@terrace/model';
import { z } from 'zod';
import { manifestSchema } from './manifest.js';
import { testCaseFileSchema } from './test-case/test-case-schema.js';

function jsonSchemaOf(schema: z.ZodType, title: string): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      if ((zodSchema as unknown) !== localizedTextSchema) return;
      const inPlace = { ...jsonSchema };
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      jsonSchema.anyOf = [
        inPlace,
        {
          type: 'string',
          pattern: '^%[A-Za-z0-9_.-]{1,200}%$',
          description: 'Key of a text in the locale files',
        },
      ];
    },
  });
  return { $schema, title, ...rest };
}

/** The JSON Schema of `plugin.json`, for editors; kept in `plugin.schema.json`. What spans several places is checked by the reader alone. @since 0.1.0 */
export function manifestJsonSchema(): Record<string, unknown> {
  return jsonSchemaOf(manifestSchema, 'Terrace plugin');
}

/** The JSON Schema of a file of test cases, for editors; kept in `test-cases.schema.json`. @since 0.1.0 */
export function testCasesJsonSchema(): Record<string, unknown> {
  return jsonSchemaOf(testCaseFileSchema, 'Terrace test cases');
}
