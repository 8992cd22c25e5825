import { describe, expect, it } from '@jest/globals';
import type { LoadedPlugin } from '@terrace/plugin-sdk';
import { judgePlugins, type Candidate, type Trust } from './judge-plugins.js';
import type { PluginEntity } from './plugin.entity.js';

const trust: Trust = { allowsUnsigned: false, keys: new Set(['known']) };

function candidate(
  id: string,
  {
    row = {},
    manifest = {},
    ...rest
  }: { row?: object; manifest?: object; fingerprint?: string; startFaults?: [] } = {},
): Candidate {
  const plugin = { manifest: { id, version: '1.2.0', host: '*', requires: {}, ...manifest } };
  return {
    row: { id, version: '1.0.0', source: 'bundled', state: 'enabled', reason: null, ...row } as PluginEntity,
    loaded: {
      folder: `/${id}`,
      read: { ok: true, plugin: plugin as unknown as LoadedPlugin, templates: {} },
    },
    fingerprint: null,
    startFaults: [],
    ...rest,
  };
}

const judge = (...candidates: Candidate[]) =>
  judgePlugins(candidates, trust).map(({ id, state, faults }) => [
    id,
    state,
    ...faults.map(({ code }) => code),
  ]);

describe('judgePlugins', () => {
  it('takes plugins of the program, and others whose key is trusted', () => {
    const packed = { source: 'package' };
    expect(
      judge(
        candidate('a'),
        candidate('b', { row: packed, fingerprint: 'known' }),
        candidate('c', { row: packed, fingerprint: 'other' }),
        candidate('d', { row: packed }),
      ),
    ).toEqual([
      ['a', 'enabled'],
      ['b', 'enabled'],
      ['c', 'faulty', 'NOT_TRUSTED'],
      ['d', 'faulty', 'NOT_TRUSTED'],
    ]);
  });

  it('leaves out those for another program, another plugin and those that cannot be read, all reasons at once', () => {
    const issue = { code: 'INVALID_MANIFEST', severity: 'error' as const, path: [], message: { en: 'x' } };
    const unreadable = {
      ...candidate('c'),
      loaded: { folder: '/c', read: { ok: false as const, issues: [issue] } },
    };
    expect(
      judge(
        candidate('a', { manifest: { id: 'z', host: '>=99' } }),
        candidate('b', { startFaults: [] }),
        unreadable,
      ),
    ).toEqual([
      ['a', 'faulty', 'PLUGIN_ID_CHANGED', 'HOST_VERSION'],
      ['b', 'enabled'],
      ['c', 'faulty', 'INVALID_MANIFEST'],
    ]);
  });

  it('keeps what an administrator decided', () => {
    const reason = { en: 'slow', 'zh-CN': '慢' };
    const [entry, disabled, available] = judgePlugins(
      [
        candidate('a', { row: { state: 'quarantined', reason } }),
        candidate('b', { row: { state: 'disabled' }, manifest: { host: '>=99' } }),
        candidate('c', { row: { state: 'available' }, manifest: { requires: { b: '*' } } }),
      ],
      trust,
    );
    expect(entry).toMatchObject({ state: 'quarantined', problem: reason, version: '1.2.0' });
    expect(disabled).toMatchObject({ state: 'disabled', faults: [], problem: null });
    expect(available).toMatchObject({ state: 'available', faults: [] });
  });

  it('leaves out whatever needs what is left out, along any chain', () => {
    expect(
      judge(
        candidate('a', { manifest: { requires: { b: '^1.0.0' } } }),
        candidate('b', { manifest: { requires: { c: '^1.2.0' } } }),
        candidate('c', { manifest: { host: '>=99' } }),
        candidate('d', { manifest: { requires: { e: '^2.0.0' } } }),
        candidate('e'),
      ),
    ).toEqual([
      ['a', 'faulty', 'REQUIRES_PLUGIN'],
      ['b', 'faulty', 'REQUIRES_PLUGIN'],
      ['c', 'faulty', 'HOST_VERSION'],
      ['d', 'faulty', 'REQUIRES_PLUGIN'],
      ['e', 'enabled'],
    ]);
  });
});
