import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { KeyRing } from './key-ring.js';

/** A key of the installation that has wrapped something. */
export interface Wrapped {
  /** Names the wrapping key for {@link KeyService.unwrap}; at most 200 characters, stored beside the wrapped bytes. */
  readonly keyId: string;
  readonly wrapped: Buffer;
}

/**
 * Wraps the keys of districts with a key that never reaches the database: the ring in a file, or a key management
 * service behind this interface. It is asked a few times a minute, never per value.
 */
export interface KeyService {
  /** Encrypts 32 bytes with the current key. `context` must be bound to the result, as additional data. */
  wrap(plain: Buffer, context: string): Promise<Wrapped>;
  /** Errors: any, when the key is unknown, or the bytes or their context are not those that were wrapped. */
  unwrap(keyId: string, wrapped: Buffer, context: string): Promise<Buffer>;
  /** Makes a new current key; what older ones wrapped must still open. Answers its id. */
  rotate(): Promise<string>;
}

/** The ring at `<home>/keys/ring.json`, or the default export of the configured module. */
export async function openKeyService(home: string, module?: string): Promise<KeyService> {
  if (!module) return new KeyRing(home);
  const specifier = module.startsWith('.') || module.startsWith('/') ? pathToFileURL(resolve(module)).href : module;
  const { default: service } = (await import(specifier)) as { readonly default?: Partial<KeyService> };
  for (const method of ['wrap', 'unwrap', 'rotate'] as const) {
    if (typeof service?.[method] !== 'function') {
      throw new Error(
        `'${module}' is no key service: its default export has no method ${method}(); see docs/operating.md, Keys`,
      );
    }
  }
  return service as KeyService;
}
