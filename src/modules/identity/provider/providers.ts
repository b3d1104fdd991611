import type { Kernel } from '../../../kernel/index.js';
import { Introspection } from '../token/introspection.js';
import { Provider } from './provider.js';
import { readProviderSettings } from './provider.settings.js';

/** The providers of an installation. */
export class Providers {
  readonly #byIssuer: ReadonlyMap<string, Provider>;
  /** The one provider that can be asked about tokens that say nothing by themselves. */
  readonly introspection: Introspection | undefined;

  constructor(readonly all: readonly Provider[]) {
    this.#byIssuer = new Map(all.map((provider) => [provider.settings.issuer, provider]));
    const asked = all.find(({ settings }) => settings.introspection);
    this.introspection = asked && new Introspection(asked);
  }

  byIssuer(issuer: string): Provider | undefined {
    return this.#byIssuer.get(issuer);
  }

  byId(id: string): Provider | undefined {
    return this.all.find((provider) => provider.id === id);
  }
}

const known = new WeakMap<Kernel, Providers>();

/** The providers as configured, read once per process. Errors: a plain Error when the file cannot be used. */
export function providersOf(kernel: Kernel): Providers {
  let providers = known.get(kernel);
  if (!providers) {
    const settings = kernel.oidcProviders === undefined ? [] : readProviderSettings(kernel.oidcProviders);
    providers = new Providers(settings.map((one) => new Provider(one)));
    known.set(kernel, providers);
  }
  return providers;
}
