import { describe, expect, it } from '@jest/globals';
import { compactJson } from './compact-json.js';

describe('compactJson', () => {
  it('puts what fits on a line of its own, and breaks what does not', () => {
    const text = { en: 'x'.repeat(60), 'zh-CN': '文'.repeat(60) };
    expect(compactJson({ id: 'a', empty: {}, list: [1, 2, { three: 3 }], text })).toBe(
      `{\n  "id": "a",\n  "empty": {},\n  "list": [1, 2, { "three": 3 }],\n  "text": {\n    "en": "${text.en}",\n    "zh-CN": "${text['zh-CN']}"\n  }\n}\n`,
    );
  });
});
