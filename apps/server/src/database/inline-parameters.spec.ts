import { describe, expect, it } from '@jest/globals';
import { inlineParameters } from './inline-parameters.js';

describe('inlineParameters', () => {
  it('writes every parameter in its place, also beyond the ninth', () => {
    const parameters = Array.from({ length: 12 }, (_, i) => `v${i + 1}`);
    expect(inlineParameters({ text: 'SELECT $1::text, $12::text, $1::text', parameters })).toBe(
      `SELECT 'v1'::text, 'v12'::text, 'v1'::text`,
    );
  });

  it('keeps quotes, backslashes and dollar signs as data', () => {
    const text = 'SELECT $1, $2, $3';
    const parameters = [`O'Reilly'; DROP TABLE x; --`, `back\\slash'`, `$1 $& $$`];
    expect(inlineParameters({ text, parameters })).toBe(
      `SELECT 'O''Reilly''; DROP TABLE x; --',  E'back\\\\slash''', '$1 $& $$'`,
    );
  });

  it('does not read a parameter inside a value', () => {
    expect(inlineParameters({ text: 'SELECT $1, $2', parameters: ['$2', 'x'] })).toBe(`SELECT '$2', 'x'`);
  });

  it('refuses a parameter that is not there', () => {
    expect(() => inlineParameters({ text: '$2', parameters: ['a'] })).toThrow('no parameter $2');
  });
});
