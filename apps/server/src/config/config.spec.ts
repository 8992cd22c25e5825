import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.js';

describe('readConfig', () => {
  it('has defaults for everything, and counts empty variables as absent', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      hasSecureCookies: false,
      trustedProxies: [],
      logLevel: 'warn',
    });
  });

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });

  it('reads a list of proxies', () => {
    expect(readConfig({ TERRACE_TRUSTED_PROXIES: '10.0.0.0/8, ::1' }).trustedProxies).toEqual([
      '10.0.0.0/8',
      '::1',
    ]);
  });

  it.each(['10.0.0.0/33', 'proxy', '1.2.3.4/8/9', '::1/129'])('refuses the proxy %s', (proxy) => {
    expect(() => readConfig({ TERRACE_TRUSTED_PROXIES: proxy })).toThrow('TERRACE_TRUSTED_PROXIES');
  });

  it('names every variable that is wrong', () => {
    expect(() => readConfig({ PORT: '70000', TERRACE_EPHEMERAL: 'yes' })).toThrow(
      /PORT: .*; TERRACE_EPHEMERAL: /,
    );
  });
});
