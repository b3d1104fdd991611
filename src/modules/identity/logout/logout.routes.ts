import type { FastifyInstance } from 'fastify';
import type { Kernel } from '../../../kernel/index.js';
import { ProviderUnreachable } from '../provider/provider.js';
import { providersOf } from '../provider/providers.js';
import { verifyLogoutToken } from '../token/signed-token.js';
import { logOut } from './logout.service.js';

const BODY_LIMIT = 16 * 1024;

/**
 * `POST /identity/backchannel-logout/<provider>`, a form with `logout_token` (OpenID Connect Back-Channel Logout 1.0).
 * 200 = noted; 400 = not a good token, or one received before; 503 = try again.
 */
export function logoutRoutes(app: FastifyInstance, kernel: Kernel): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, new URLSearchParams(body as string)),
  );
  app.post<{ Params: { provider: string } }>(
    '/backchannel-logout/:provider',
    { bodyLimit: BODY_LIMIT },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const provider = providersOf(kernel).byId(request.params.provider);
      const tokens = request.body instanceof URLSearchParams ? request.body.getAll('logout_token') : [];
      const refused = { error: 'invalid_request' };
      if (!provider || tokens.length !== 1) return reply.code(400).send(refused);
      try {
        const order = await verifyLogoutToken(provider, tokens[0]!);
        return (await logOut(kernel, provider, order)) ? reply.code(200).send() : reply.code(400).send(refused);
      } catch (error) {
        const unreachable = error instanceof ProviderUnreachable;
        kernel.log.warn({ provider: provider.id, reason: (error as Error).message }, 'a logout was not accepted');
        // Only what is said about the token is the sender's fault; a database that is busy is ours.
        const faulty = !unreachable && isAboutTheToken(error);
        return reply.code(faulty ? 400 : 503).send(refused);
      }
    },
  );
}

function isAboutTheToken(error: unknown): boolean {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return name === 'UnfitToken' || (typeof code === 'string' && code.startsWith('ERR_J'));
}
