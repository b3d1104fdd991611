import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Asymmetric ones only: with a shared secret whoever checks a token could make one, and `none` is no signature. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'] as const;

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Where keys and answers are fetched from: plain http would let anybody on the way put in keys of their own. */
export const secureAddress = z.url({ protocol: /^https?$/ }).refine((text) => {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || LOOPBACK.has(hostname);
}, 'must be https (http on this machine alone)');

const names = z.array(z.string().min(1).max(200)).min(1).max(50);

const provider = z
  .strictObject({
    /** Stands in front of every subject, `<id>:<sub>`; never change it. `demo` belongs to the demo's own issuer. */
    id: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,39}$/)
      .refine((id) => id !== 'demo', 'is taken by the demo'),
    /** Exactly as in the tokens. */
    issuer: secureAddress,
    /** What access tokens for this platform name as their audience; one of them must be there. */
    audience: names,
    /** Code of the one district that the provider serves, or the claim that names it. */
    district: z.string().optional(),
    districtClaim: z.string().optional(),
    /** With `districtClaim`: the only districts it may name. Without: all. */
    districts: names.optional(),
    /** Claim with the groups of the person; without it groups give nothing. */
    groupsClaim: z.string().optional(),
    /** Values of `acr` or `amr` that prove a second factor. Empty = no sign-in of this provider does. */
    secondFactor: z.array(z.string().min(1)).default([]),
    /** Whether people without an account may sign in, to bind themselves to their person. */
    members: z.boolean().default(false),
    clockToleranceSeconds: z.number().int().min(0).max(120).default(30),
    algorithms: z
      .array(z.enum(ALGORITHMS))
      .min(1)
      .default([...ALGORITHMS]),
    /** `JWT` for providers that do not mark access tokens as RFC 9068 asks. */
    tokenTypes: z
      .array(z.enum(['at+jwt', 'JWT']))
      .min(1)
      .default(['at+jwt']),
    /** Client ids to which the provider addresses logout tokens; `audience` when left out. */
    logoutAudience: names.optional(),
    /** How soon after reading its keys the provider is asked again because of a key nobody knows. */
    keyCooldownSeconds: z.number().int().min(1).max(60).default(10),
    introspection: z
      .strictObject({
        clientId: z.string().min(1),
        clientSecretFile: z.string().min(1),
        /** `all` asks about signed tokens as well: an account ended at the provider then stops without a logout. */
        tokens: z.enum(['opaque', 'all']).default('opaque'),
      })
      .optional(),
  })
  .refine(({ district, districtClaim }) => (district === undefined) !== (districtClaim === undefined), {
    error: 'needs exactly one of district and districtClaim',
  })
  .refine(({ districts, districtClaim }) => districts === undefined || districtClaim !== undefined, {
    error: 'districts goes with districtClaim',
  });

const file = z
  .strictObject({ providers: z.array(provider).min(1).max(20) })
  .refine(({ providers }) => new Set(providers.map(({ id }) => id)).size === providers.length, 'two have one id')
  .refine(({ providers }) => new Set(providers.map(({ issuer }) => issuer)).size === providers.length, {
    error: 'two have one issuer',
  })
  .refine(({ providers }) => providers.filter(({ introspection }) => introspection).length <= 1, {
    error: 'only one can have introspection: an opaque token does not say whose it is',
  });

/** One OpenID Connect provider as the operator configured it. */
export type ProviderSettings = z.infer<typeof provider>;

/** Reads `LIANXIN_OIDC_PROVIDERS`. Errors: a plain Error that names the file and every fault in it. */
export function readProviderSettings(path: string): readonly ProviderSettings[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`LIANXIN_OIDC_PROVIDERS: ${path} cannot be read as JSON (${(error as Error).message})`);
  }
  const read = file.safeParse(content);
  if (read.success) return read.data.providers;
  const lines = read.error.issues.map(({ path: place, message }) => `  ${place.join('.')}: ${message}`);
  throw new Error(`LIANXIN_OIDC_PROVIDERS: ${path} cannot be used:\n${lines.join('\n')}`);
}
