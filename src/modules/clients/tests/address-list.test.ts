import { describe, expect, test } from '@jest/globals';
import { isListed, parseNetwork } from '../admission/address-list.js';

describe('networks', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    [' 10.0.0.0/8 ', '10.0.0.0/8'],
    ['203.0.113.7/32', '203.0.113.7'],
    ['2001:DB8::/32', '2001:db8::/32'],
    ['::1', '::1'],
    ['0.0.0.0/0', '0.0.0.0/0'],
  ])('%s is read', (text, network) => expect(parseNetwork(text)).toBe(network));

  test.each([
    '',
    '10.0.0',
    '10.0.0.0/33',
    '10.0.0.0/08',
    '::1/129',
    '010.0.0.1',
    '10.0.0.1/',
    'localhost',
    '1.2.3.4, 5.6.7.8',
    '10.0.0.0/-1',
  ])('%j is none', (text) => expect(parseNetwork(text)).toBeNull());
});

describe('an address is let in', () => {
  const inside: readonly [string[], string][] = [
    [[], '198.51.100.1'],
    [['198.51.100.1'], '198.51.100.1'],
    [['198.51.100.1'], '::ffff:198.51.100.1'],
    [['10.0.0.0/8'], '10.255.0.1'],
    [['203.0.113.7', '2001:db8::/32'], '2001:db8:0:1::9'],
    [['fe80::/10'], 'fe80::1%eth0'],
  ];
  test.each(inside)('by %j: %s', (networks, address) => expect(isListed(networks, address)).toBe(true));

  const outside: readonly [string[], string][] = [
    [['198.51.100.1'], '198.51.100.2'],
    [['10.0.0.0/8'], '11.0.0.1'],
    [['10.0.0.0/8'], '::ffff:11.0.0.1'],
    [['2001:db8::/32'], '2001:db9::1'],
    [['0.0.0.0/0'], '2001:db8::1'],
    [['::1'], '127.0.0.1'],
    [['10.0.0.0/8'], ''],
    [['10.0.0.0/8'], '10.0.0.1, 11.0.0.1'],
    [['10.0.0.0/8'], 'unknown'],
    [['10.0.0.0/8'], '0x0a000001'],
  ];
  test.each(outside)('but not by %j: %j', (networks, address) => expect(isListed(networks, address)).toBe(false));
});
