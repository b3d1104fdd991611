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
import { type Handler, inFlightLimit } from './in-flight.js';
import { part } from './part.js';

/**
 * `POST /graphql`, `GET /graphql` for queries, and `GET /schema.graphql`: each on the graph of the caller's district.
 * More than `maxInFlight` requests at once are turned away with 503 and Retry-After.
 */
export function registerGraph(app: FastifyInstance, graphs: Graphs, sessions: Sessions, maxInFlight: number): void {
  const limited = inFlightLimit(maxInFlight);
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
      address: request.ip,
    });
    contexts.set(request, ctx);
    const work = (): unknown => handlerOf(graph)(request, reply);
    return session.district ? inDistrict(session.district.id, work) : outsideDistricts(work);
  };

  app.register(
    part('graph', async (scope) => {
      keepBodies(scope);
      scope.route({ method: ['GET', 'POST'], url: '/graphql', handler: limited(answer) });
    }),
  );

  const answerSchema = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const session = await sessions.open(callerOf(request));
    if (!session.principal) throw refuse(kernelErrors.UNAUTHENTICATED);
    const { sdl } = await graphs.of(session.modules);
    return reply.type('application/graphql; charset=utf-8').send(sdl);
  };
  app.get('/schema.graphql', limited(answerSchema));
}

const bodies = new WeakMap<FastifyRequest, Buffer>();
const NO_BODY = Buffer.alloc(0);

/** Bodies are kept as they came: a signature is over bytes, which no parsed object gives back. */
function keepBodies(scope: FastifyInstance): void {
  const parse = scope.getDefaultJsonParser('error', 'error');
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    bodies.set(request, body);
    parse(request, body.toString('utf8'), done);
  });
}

/** Who asks, as far as a request tells; its credentials are in the headers. */
export function callerOf(request: FastifyRequest): Omit<Caller, 'token'> {
  const { headers, ip, method } = request;
  // Not `request.url`, which a router option may rewrite.
  const target = request.raw.url ?? '';
  return {
    address: ip,
    method,
    path: target.split('?', 1)[0]!,
    target,
    body: bodies.get(request) ?? NO_BODY,
    header(name) {
      const value = headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
  };
}
