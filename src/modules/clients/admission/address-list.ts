import { BlockList, isIP } from 'node:net';

/** `203.0.113.7`, `10.0.0.0/8`, `2001:db8::/32`, … in one spelling; `null` for anything else. */
export function parseNetwork(text: string): string | null {
  const [, address = '', bits] = /^([\da-f.:]+)(?:\/(\d{1,3}))?$/i.exec(text.trim()) ?? [];
  const family = isIP(address);
  if (family === 0) return null;
  const most = family === 4 ? 32 : 128;
  const length = bits === undefined ? most : Number(bits);
  if (length > most || (bits !== undefined && String(length) !== bits)) return null;
  return length === most ? address.toLowerCase() : `${address.toLowerCase()}/${length}`;
}

/**
 * Whether an address stands in a list of networks; an empty list lets any in. A socket that listens for both families
 * tells IPv4 callers as `::ffff:a.b.c.d`: they are meant by the IPv4 entries. What is no address is in no list.
 */
export function isListed(networks: readonly string[], address: string): boolean {
  if (networks.length === 0) return true;
  const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '').replace(/%.*$/, '');
  const family = isIP(plain);
  if (family === 0) return false;
  const list = new BlockList();
  for (const network of networks) {
    const [start = '', bits] = network.split('/');
    const type = isIP(start) === 4 ? 'ipv4' : 'ipv6';
    if (bits === undefined) list.addAddress(start, type);
    else list.addSubnet(start, Number(bits), type);
  }
  return list.check(plain, family === 4 ? 'ipv4' : 'ipv6');
}
