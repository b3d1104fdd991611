import { hash } from 'node:crypto';
import type { RequestContext, RequestFacts } from '../context.js';
import { inDistrict } from '../database/scope.js';
import { kernelErrors } from '../errors/kernel-errors.js';
import { refuse } from '../errors/refusal.js';
import { createContext, type District, type Kernel } from '../kernel.js';
import { ShortMemory } from '../short-memory.js';
import type { Caller, Credentials } from '../plugin/define.js';
import type { InstalledPlugin } from '../plugin/registry.js';
import type { Principal } from './principal.js';

/** How long a proven token, roles and status are believed; a withdrawn role and an expired token stop within this time. */
const TRUST_MS = 5_000;
const MAX_REMEMBERED = 10_000;

/** Who calls, where, and which modules exist for them. */
export type Session = Pick<RequestFacts, 'district' | 'principal' | 'modules'>;

interface ReadCredentials extends Credentials {
  /** The module that reads tokens of this kind. */
  readonly module: string;
}

interface Remembered {
  readonly until: number;
  readonly modules: ReadonlySet<string>;
  readonly principal: Promise<Principal | null>;
}

/** Turns bearer tokens into sessions: each plugin is asked whether it can read the token, the tables decide the rest. */
export class Sessions {
  readonly #proven = new ShortMemory<ReadCredentials>(MAX_REMEMBERED, TRUST_MS);
  readonly #remembered = new Map<string, Remembered>();

  /** The few plugins that have a word in it, however many are installed. */
  readonly #reading: readonly InstalledPlugin[];
  readonly #admitting: readonly InstalledPlugin[];

  constructor(readonly kernel: Kernel) {
    this.#reading = kernel.registry.plugins.filter(({ authenticate }) => authenticate);
    this.#admitting = kernel.registry.plugins.filter(({ admits }) => admits);
  }

  /** Errors: UNAUTHENTICATED for any token that is not good, with nothing said about why. */
  async open(request: Omit<Caller, 'token'>): Promise<Session> {
    const authorization = request.header('authorization');
    if (!authorization) return { district: null, principal: null, modules: this.kernel.registry.core };
    const caller = { ...request, token: /^Bearer ([\w.~+/=-]{1,4096})$/i.exec(authorization)?.[1] ?? '' };
    const credentials = caller.token ? await this.#read(caller.token) : null;
    const district = credentials && (await this.kernel.districts.byCode(credentials.districtCode));
    if (!credentials || !district) throw refuse(kernelErrors.UNAUTHENTICATED);
    const modules = await this.kernel.switches.enabledFor(district.id);
    // A kind of token that another module brings is unknown where that module is off.
    if (!modules.has(credentials.module)) throw refuse(kernelErrors.UNAUTHENTICATED);
    const principal = await this.#principal(credentials, district, modules);
    if (!principal) throw refuse(kernelErrors.UNAUTHENTICATED);
    const session = { district, principal, modules };
    if (!(await this.#admitted(caller, session))) throw refuse(kernelErrors.UNAUTHENTICATED);
    return session;
  }

  /** What holds for one request alone is asked anew each time, however fresh the remembered principal. */
  async #admitted(caller: Caller, session: Session & { readonly district: District }): Promise<boolean> {
    const ctx = this.#context(session);
    for (const { id, admits } of this.#admitting) {
      if (!session.modules.has(id)) continue;
      if (!(await inDistrict(session.district.id, () => admits!(caller, ctx)))) return false;
    }
    return true;
  }

  /** A token that was proven a moment ago is not proven again: checking a signature takes longer than many a query. */
  async #read(token: string): Promise<ReadCredentials | null> {
    const name = hash('sha256', token, 'base64url');
    const known = this.#proven.get(name);
    if (known) return known;
    for (const plugin of this.#reading) {
      const credentials = await plugin.authenticate?.(token, this.kernel);
      if (!credentials) continue;
      // Two plugins may call two callers by the same name.
      const found = { ...credentials, module: plugin.id, cacheKey: `${plugin.id}:${credentials.cacheKey}` };
      this.#proven.set(name, found);
      return found;
    }
    return null;
  }

  async #principal(
    credentials: Credentials,
    district: District,
    modules: ReadonlySet<string>,
  ): Promise<Principal | null> {
    const key = `${district.id} ${credentials.cacheKey}`;
    const known = this.#remembered.get(key);
    // Sets are told apart by identity: what a principal may do depends on which modules there are.
    if (known && known.modules === modules && known.until > Date.now()) return known.principal;
    const ctx = this.#context({ district, principal: null, modules });
    const principal = inDistrict(district.id, () => credentials.load(ctx));
    const loaded = { until: Date.now() + TRUST_MS, modules, principal };
    principal.catch(() => this.#remembered.get(key) === loaded && this.#remembered.delete(key));
    if (this.#remembered.size >= MAX_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(key, loaded);
    return principal;
  }

  #context(session: Session): RequestContext {
    return createContext(this.kernel, { ...session, requestId: 'session', locale: 'zh-CN', startedAt: new Date() });
  }
}
