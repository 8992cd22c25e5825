import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The function that is measured: as little work as a dimension can be, so that what is left is the way there and back. */
export const valueOf = ({ fields }) => fields.spent * 1.5 + fields.orders;

const both = (text) => ({ en: text, 'zh-CN': text });

/** What the code of the plugin declares. */
export const code = {
  dimensions: [
    {
      id: 'value',
      name: both('Value'),
      subjectType: 'shopper',
      inputs: { fields: { spent: 'number', orders: 'number' } },
      valueType: 'number',
    },
  ],
  actions: [],
};

const manifest = {
  id: 'trivial',
  version: '1.0.0',
  host: '>=0.1.0',
  name: both('Trivial'),
  license: 'MIT',
  code: {},
  contributes: {
    subjectTypes: [
      {
        id: 'shopper',
        name: both('Shopper'),
        fields: [
          { id: 'spent', name: both('Spent'), type: 'number' },
          { id: 'orders', name: both('Orders'), type: 'number' },
        ],
      },
    ],
  },
};

/** Writes the plugin as its build leaves it. @returns its folder */
export function writePlugin(folder) {
  mkdirSync(join(folder, 'dist'), { recursive: true });
  const [dimension] = code.dimensions;
  const module = `const valueOf = ${valueOf};
export default { dimensions: [{ ...${JSON.stringify(dimension)}, compute: (subjects) => subjects.map(valueOf) }] };`;
  writeFileSync(join(folder, 'plugin.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'dist/code.json'), JSON.stringify(code));
  writeFileSync(join(folder, 'dist/index.js'), module);
  return folder;
}
