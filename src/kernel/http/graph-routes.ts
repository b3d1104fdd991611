import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Sessions } from '../access/sessions.js';
import { localeOf } from '../bilingual.js';
import type { RequestContext } from '../context.js';
import { inDistrict, outsideDistricts } from '../database/scope.js';
import { kernelErrors } from '../errors/kernel-errors.js';
import { refuse } from '../errors/refusal.js';
import type { Graph, Graphs } from '../graphql/graphs.js';
import { createContext } from '../kernel.js';
import type { Caller } from '../plugin/define.js';
import { type Handler, limitInFlight } from './in-flight.js';

/**
 * `POST /graphql`, `GET /graphql` for queries, and `GET /schema.graphql`: each on the graph of the caller's district.
 * More than `maxInFlight` operations at once are turned away with 503 and Retry-After.
 */
export function registerGraph(app: FastifyInstance, graphs: Graphs, sessions: Sessions, maxInFlight: number): void {
  const handlers = new WeakMap<Graph, Handler>();
  const contexts = new WeakMap<FastifyRequest, RequestContext>();

  const handlerOf = (graph: Graph): Handler => {
    let handler = handlers.get(graph);
    if (!handler) {
      handler = fastifyApolloHandler(graph.server, {
        context: async (request: FastifyRequest) => contexts.get(request)!,
      } as never) as unknown as Handler;
      handlers.set(graph, handler);
    }
    return handler;
  };

  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const session = await sessions.open(callerOf(request));
    const graph = await graphs.of(session.modules);
    const ctx = createContext(graphs.kernel, {
      ...session,
      requestId: request.id,
      locale: localeOf(request.headers['accept-language']),
      startedAt: new Date(),
    });
    contexts.set(request, ctx);
    const work = (): unknown => handlerOf(graph)(request, reply);
    return session.district ? inDistrict(session.district.id, work) : outsideDistricts(work);
  };

  app.route({ method: ['GET', 'POST'], url: '/graphql', handler: limitInFlight(maxInFlight, answer) });

  app.get('/schema.graphql', async (request, reply) => {
    const session = await sessions.open(callerOf(request));
    if (!session.principal) throw refuse(kernelErrors.UNAUTHENTICATED);
    const { sdl } = await graphs.of(session.modules);
    return reply.type('application/graphql; charset=utf-8').send(sdl);
  });
}

function callerOf({ headers, ip, method, url }: FastifyRequest): Omit<Caller, 'token'> {
  return {
    address: ip,
    method,
    path: url.split('?', 1)[0]!,
    body: new Uint8Array(),
    header(name) {
      const value = headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
  };
}
