import { describe, expect, it } from '@jest/globals';
import { checkDocument } from '../../check/check-document.js';
import { rfmDocument } from '../../testing/documents.js';
import { parseDocument, parseDocumentOrThrow } from '../parse-document.js';
import { writeDocument } from '../write-document.js';
import { upgradeDocument } from './upgrade-document.js';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

/** As version 1 wrote it: tables had no hit policy. */
function versionOne(): Record<string, unknown> {
  const { nodes, ...document } = rfmDocument();
  return {
    ...document,
    schema: 1,
    nodes: nodes.map((node) => {
      if (node.kind !== 'decisionTable') return node;
      const { hit: _hit, ...table } = node;
      return table;
    }),
  };
}

const unknown = {
  id: 'forecast',
  kind: 'acme.forecast',
  name: { en: 'Forecast' },
  horizon: { months: 12 },
  weights: [0.1, null, { deep: ['x'] }],
};
const withUnknown = (node: object) => ({ ...rfmDocument(), nodes: [...rfmDocument().nodes, node] });

describe('a document of version 1', () => {
  it('opens as the same model', () => {
    expect(parseDocument(versionOne())).toEqual({ ok: true, document: rfmDocument() });
  });

  it('is not changed by the upgrade', () => {
    const before = versionOne();
    const copy = structuredClone(before);
    upgradeDocument(before);
    expect(before).toEqual(copy);
  });
});

describe('a document of this version', () => {
  it('goes out as it came in', () => {
    const json = plain(rfmDocument());
    expect(plain(writeDocument(parseDocumentOrThrow(json)))).toEqual(json);
  });

  it('comes back from a newer program as nothing', () => {
    expect(() => parseDocumentOrThrow({ ...versionOne(), schema: 3 })).toThrow(/version 3/);
    expect(parseDocument({ schema: 3 })).toMatchObject({ ok: false, issues: [{ code: 'NEWER_DOCUMENT' }] });
  });
});

describe('a node of an unknown kind', () => {
  it('is kept untouched, whatever it holds', () => {
    const json = plain(withUnknown(unknown));
    const document = parseDocumentOrThrow(json);
    expect(document.nodes.at(-1)).toEqual({
      kind: 'placeholder',
      id: 'forecast',
      name: { en: 'Forecast' },
      original: unknown,
    });
    expect(plain(writeDocument(document))).toEqual(json);
    expect(plain(writeDocument(parseDocumentOrThrow(plain(document))))).toEqual(json);
  });

  it.each([[undefined], ['Forecast'], [{ fr: 'Prévision' }]])(
    'needs no name that is known here: %j',
    (name) => {
      const node = { ...unknown, name };
      const document = parseDocumentOrThrow(plain(withUnknown(node)));
      expect(document.nodes.at(-1)).toMatchObject({ name: { en: 'forecast' } });
      expect(plain(writeDocument(document))).toEqual(plain(withUnknown(node)));
    },
  );

  it('hinders the model from running, and says why', () => {
    const issues = checkDocument(parseDocumentOrThrow(withUnknown(unknown)));
    expect(issues).toMatchObject([{ code: 'UNKNOWN_KIND', severity: 'error', nodeId: 'forecast' }]);
  });

  it('comes back once its kind is known', () => {
    const tier = { kind: 'tier', id: 'late', name: { en: 'Late' }, rank: 99 };
    const kept = { kind: 'placeholder', id: 'late', name: { en: 'Late' }, original: tier };
    expect(parseDocumentOrThrow(withUnknown(kept)).nodes.at(-1)).toEqual(tier);
  });

  it('is no way around what a known kind must have', () => {
    const broken = { kind: 'placeholder', id: 'x', name: { en: 'x' }, original: { kind: 'tier' } };
    expect(parseDocument(withUnknown(broken)).ok).toBe(false);
  });
});
