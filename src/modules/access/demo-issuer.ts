import { decodeJwt, jwtVerify, SignJWT } from 'jose';
import { type Credentials, type Kernel, kernelErrors, readOrCreateKey, refuse } from '../../kernel/index.js';
import { loadPrincipal } from './principal.service.js';

const ISSUER = 'lianxin-demo';
const LIFETIME = '12h';

/**
 * Issues a token of the demo. It names a district and a role's demo principal; what that may do stands in the tables.
 * It counts as a sign-in with a second factor unless `amr` says that there was one alone.
 */
export async function issueDemoToken(home: string, district: string, role: string, amr?: 'pwd'): Promise<string> {
  return new SignJWT({ district, ...(amr && { amr: [amr] }) })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(ISSUER)
    .setSubject(demoSubject(role))
    .setIssuedAt()
    .setExpirationTime(LIFETIME)
    .sign(demoKey(home));
}

/** Reads tokens of the demo issuer, where the demo is on; elsewhere such a token is as good as none. Others are not its. */
export async function readDemoToken(token: string, kernel: Kernel): Promise<Credentials | null> {
  if (!kernel.demo || issuerOf(token) !== ISSUER) return null;
  try {
    const { payload } = await jwtVerify(token, demoKey(kernel.home), { issuer: ISSUER, algorithms: ['HS256'] });
    const subject = payload.sub;
    if (!subject || typeof payload.district !== 'string') throw refuse(kernelErrors.UNAUTHENTICATED);
    const secondFactor = payload.amr === undefined;
    return {
      districtCode: payload.district,
      cacheKey: JSON.stringify([subject, secondFactor]),
      load: (ctx) => loadPrincipal(ctx, subject, { secondFactor }),
    };
  } catch {
    throw refuse(kernelErrors.UNAUTHENTICATED);
  }
}

/** Who a token says it is from, unproven; `undefined` when it is no such token at all. */
function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}

/** Subject of the demo principal that holds a role. */
export function demoSubject(role: string): string {
  return `demo:${role}`;
}

const keys = new Map<string, Uint8Array>();

function demoKey(home: string): Uint8Array {
  const key = keys.get(home) ?? new Uint8Array(readOrCreateKey(`${home}/keys`, 'demo-issuer.key'));
  keys.set(home, key);
  return key;
}
