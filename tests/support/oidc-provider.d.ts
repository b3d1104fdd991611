/** The little that tests/support/identity-provider.ts uses of the package, which brings no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  interface Grant {
    addOIDCScope(scope: string): void;
    addResourceScope(resource: string, scope: string): void;
    save(): Promise<string>;
  }

  export interface KoaContextWithOIDC {
    readonly oidc: {
      readonly client: { readonly clientId: string };
      readonly session: { readonly accountId: string };
      readonly provider: { readonly Grant: new (of: { clientId: string; accountId: string }) => Grant };
      readonly entities: { readonly AuthorizationCode?: { acr?: string; amr?: string[]; sid?: string } };
    };
  }

  export interface Configuration {
    readonly interactions: { url(ctx: unknown, interaction: { readonly uid: string }): string };
    findAccount(ctx: unknown, sub: string): object;
    loadExistingGrant(ctx: KoaContextWithOIDC): Promise<Grant>;
    extraTokenClaims(ctx: KoaContextWithOIDC, token: { readonly accountId?: string }): object;
    readonly features: {
      readonly resourceIndicators: { enabled: boolean; getResourceServerInfo(ctx: unknown, resource: string): object };
      readonly [feature: string]: object;
    };
    readonly [option: string]: unknown;
  }

  export default class Provider {
    constructor(issuer: string, configuration: Configuration);
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
    interactionDetails(
      request: IncomingMessage,
      response: ServerResponse,
    ): Promise<{ readonly params: Readonly<Record<string, unknown>> }>;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
  }
}
