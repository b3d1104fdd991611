import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { readOrCreateKey, type RequestContext } from '../../../kernel/index.js';

const keys = new Map<string, Buffer>();

/**
 * What is kept of an address for half an hour: a digest under a key of this installation, because all of IPv4 can be
 * tried out against one without. Losing the key loses nothing but the counts.
 */
export function addressDigest({ kernel, district, facts }: RequestContext): Buffer {
  const key = keys.get(kernel.home) ?? readOrCreateKey(`${kernel.home}/keys`, 'addresses.key');
  keys.set(kernel.home, key);
  const network = networkOf(facts.address ?? '');
  return createHmac('sha256', key).update(`${district.id}:${network}`).digest();
}

/** What one household can choose addresses from: an IPv4 address itself, of IPv6 the network of 64 bits. */
export function networkOf(told: string): string {
  const address = withoutPort(told);
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const before = groupsOf(head);
  const after = groupsOf(tail ?? '');
  const all =
    tail === undefined ? before : [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
  const network = all.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}

/** Some proxies write `203.0.113.7:40001` or `[2001:db8::1]:40001`; every connection has a port of its own. */
function withoutPort(told: string): string {
  return /^\[([^\]]+)\](?::\d+)?$/.exec(told)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(told)?.[1] ?? told;
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':');
}
