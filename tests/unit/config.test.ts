import { expect, test } from '@jest/globals';
import { ConfigError, readConfig } from '../../src/config.js';

test('the demo does not run in production: its tokens are everybody’s', () => {
  expect(() => readConfig({ NODE_ENV: 'production', LIANXIN_DEMO: '1' })).toThrow(ConfigError);
  expect(() => readConfig({ NODE_ENV: 'production' }, { demo: true })).toThrow(ConfigError);
  expect(readConfig({ NODE_ENV: 'production' })).toMatchObject({ demo: false, explorer: false });
});

test('every variable that cannot be used is named at once', () => {
  const read = () => readConfig({ PORT: 'http', DATABASE_URL: 'mysql://x', LIANXIN_POOL_SIZE: '1' });
  expect(read).toThrow(/PORT[\s\S]*DATABASE_URL[\s\S]*LIANXIN_POOL_SIZE/);
});

test('an empty variable counts as not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 4000, databaseUrl: undefined });
});

test('nobody’s word on an address is taken unless a proxy is named by address or network', () => {
  expect(readConfig({}).trustedProxies).toEqual([]);
  const named = readConfig({ LIANXIN_TRUSTED_PROXIES: '10.0.0.0/8, 2001:db8::/32,192.0.2.1' });
  expect(named.trustedProxies).toEqual(['10.0.0.0/8', '2001:db8::/32', '192.0.2.1']);
  for (const wrong of ['true', '*', '10.0.0.0/33', 'proxy.internal', 'loopback']) {
    expect(() => readConfig({ LIANXIN_TRUSTED_PROXIES: wrong })).toThrow(/LIANXIN_TRUSTED_PROXIES/);
  }
});
