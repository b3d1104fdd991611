import { fastifyApolloHandler } from '@as-integrations/fastify';
import { localeOf } from '../bilingual.js';
import { inDistrict, outsideDistricts } from '../database/scope.js';
import { kernelErrors } from '../errors/kernel-errors.js';
import { refuse } from '../errors/refusal.js';
import { createContext } from '../kernel.js';
/** `POST /graphql`, `GET /graphql` for queries, and `GET /schema.graphql`: each on the graph of the caller's district. */
export function registerGraph(app, graphs, sessions) {
    const handlers = new WeakMap();
    const contexts = new WeakMap();
    const handlerOf = (graph) => {
        let handler = handlers.get(graph);
        if (!handler) {
            handler = fastifyApolloHandler(graph.server, {
                context: async (request) => contexts.get(request),
            });
            handlers.set(graph, handler);
        }
        return handler;
    };
    const answer = async (request, reply) => {
        const session = await sessions.open(request.headers.authorization);
        const graph = await graphs.of(session.modules);
        const ctx = createContext(graphs.kernel, {
            ...session,
            requestId: request.id,
            locale: localeOf(request.headers['accept-language']),
            startedAt: new Date(),
        });
        contexts.set(request, ctx);
        const work = () => handlerOf(graph)(request, reply);
        return session.district ? inDistrict(session.district.id, work) : outsideDistricts(work);
    };
    app.route({ method: ['GET', 'POST'], url: '/graphql', handler: answer });
    app.get('/schema.graphql', async (request, reply) => {
        const session = await sessions.open(request.headers.authorization);
        if (!session.principal)
            throw refuse(kernelErrors.UNAUTHENTICATED);
        const { sdl } = await graphs.of(session.modules);
        return reply.type('application/graphql; charset=utf-8').send(sdl);
    });
}
//# sourceMappingURL=graph-routes.js.map