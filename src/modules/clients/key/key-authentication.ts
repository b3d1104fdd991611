import {
  type Credentials,
  type Kernel,
  kernelErrors,
  type Principal,
  type RequestContext,
  refuse,
} from '../../../kernel/index.js';
import { inForce } from '../scopes.js';
import { hashOf, isWellFormed, looksLikeKey } from './key-format.js';
import { clientByKey, districtOfKey } from './key.repository.js';

const MAX_REMEMBERED = 10_000;

/** District of keys seen by this process; a key never moves, and whether it is good is asked elsewhere. */
const districts = new WeakMap<Kernel, Map<string, number>>();

/** Reads keys of clients; other tokens are not its. Errors: UNAUTHENTICATED for a key that is not good. */
export async function readClientKey(token: string, kernel: Kernel): Promise<Credentials | null> {
  if (!looksLikeKey(token)) return null;
  const hash = isWellFormed(token) ? hashOf(token) : null;
  const districtId = hash && (await rememberedDistrict(kernel, hash));
  const district = districtId ? await kernel.districts.byId(districtId) : undefined;
  if (!hash || !district) throw refuse(kernelErrors.UNAUTHENTICATED);
  return {
    districtCode: district.code,
    cacheKey: hash.toString('base64url'),
    load: (ctx) => clientAlone(ctx, hash),
  };
}

/** The client acting by itself: one grant on the whole district, of its scopes and nothing else. */
async function clientAlone(ctx: RequestContext, hash: Buffer): Promise<Principal | null> {
  const found = await clientByKey(ctx, hash);
  if (!found) return null;
  const { scopes, ...client } = found;
  const grant = { role: 'client', scope: { kind: 'district' }, permissions: inForce(ctx, scopes) } as const;
  return { id: client.id, name: client.name, grants: [grant], client };
}

async function rememberedDistrict(kernel: Kernel, hash: Buffer): Promise<number | null> {
  const known = districts.get(kernel) ?? new Map<string, number>();
  districts.set(kernel, known);
  const key = hash.toString('base64url');
  const district = known.get(key) ?? (await districtOfKey(kernel, hash));
  if (known.size >= MAX_REMEMBERED) known.clear();
  if (district !== null) known.set(key, district);
  return district;
}
