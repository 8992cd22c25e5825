import { describe, expect, it } from '@jest/globals';
import { sourceOf } from './source-of';

describe('sourceOf', () => {
  it.each([
    ['folder', ' /srv/hotel ', { kind: 'folder', path: '/srv/hotel' }],
    ['folder', '/srv/a@b', { kind: 'folder', path: '/srv/a@b' }],
    ['registry', 'hotel', { kind: 'registry', name: 'hotel' }],
    ['registry', 'hotel@1.2.3', { kind: 'registry', name: 'hotel', version: '1.2.3' }],
    ['registry', '@acme/hotel', { kind: 'registry', name: '@acme/hotel' }],
    ['registry', '@acme/hotel@2.0.0-rc.1', { kind: 'registry', name: '@acme/hotel', version: '2.0.0-rc.1' }],
    ['registry', 'hotel@', { kind: 'registry', name: 'hotel' }],
    ['registry', '  ', undefined],
  ] as const)('reads a %s typed as %j', (kind, typed, source) => {
    expect(sourceOf(kind, typed)).toEqual(source);
  });
});
