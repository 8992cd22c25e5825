import { expect, it } from '@jest/globals';
import { readDocument } from './read-model.js';

const none = { plugins: [], faults: new Map() } as unknown as Parameters<typeof readDocument>[2];

it.each(['public-service/hotline', 'public_service/hotline'])(
  'takes %s for the name of a template, and says that there is none',
  async (name) => {
    await expect(readDocument(name, {}, none)).rejects.toThrow(
      `There is neither a template nor a file "${name}"; no plugin brings a template.`,
    );
  },
);

it('takes a name with an ending for a file', async () => {
  await expect(readDocument('public-service/hotline.json', {}, none)).rejects.toThrow(
    'There is no model file "public-service/hotline.json"; a template is named like retail/rfm.',
  );
});
