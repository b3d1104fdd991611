import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { Executor } from './executor.js';
import { formatError } from './graphql-errors.js';
import { pageErrors } from './page-limits.js';
import { printSorted } from './print.js';
import { projectSchema } from './projection.js';
/** Graphs by set of modules: districts with the same modules share one, and none is built before it is asked for. */
export class Graphs {
    #bySet = new Map();
    constructor(superset, kernel) {
        this.superset = superset;
        this.kernel = kernel;
    }
    /** The graph of a set of modules, built on first use. */
    async of(modules) {
        const key = [...modules].sort().join(' ');
        let graph = this.#bySet.get(key);
        if (!graph) {
            graph = this.#build(modules);
            this.#bySet.set(key, graph);
            graph.catch(() => this.#bySet.delete(key));
        }
        return graph;
    }
    async stop() {
        const graphs = await Promise.allSettled(this.#bySet.values());
        await Promise.all(graphs.map((graph) => graph.status === 'fulfilled' && graph.value.server.stop()));
    }
    async #build(modules) {
        const schema = projectSchema(this.superset, modules);
        const server = this.#serverFor(schema);
        await server.start();
        let sdl;
        return {
            schema,
            server,
            get sdl() {
                sdl ??= printSorted(schema);
                return sdl;
            },
        };
    }
    #serverFor(schema) {
        const executor = new Executor(schema);
        return new ApolloServer({
            gateway: {
                onSchemaLoadOrUpdate(loaded) {
                    loaded({ apiSchema: schema, coreSupergraphSdl: '' });
                    return () => undefined;
                },
                load: async () => ({
                    executor: async ({ document, operation, operationName, request, context, queryHash }) => executor.run({
                        document,
                        operation,
                        operationName,
                        variables: request.variables ?? {},
                        context,
                        hash: queryHash,
                    }),
                }),
                stop: async () => undefined,
            },
            introspection: true,
            stopOnTerminationSignals: false,
            allowBatchedHttpRequests: false,
            hideSchemaDetailsFromClientErrors: false,
            includeStacktraceInErrorResponses: false,
            persistedQueries: false,
            parseOptions: { maxTokens: 2_000 },
            plugins: [ApolloServerPluginCacheControlDisabled(), limitPages, this.#hideInternals()],
        });
    }
    /** Errors leave through one allow-list; it needs the caller's language, so it stands here and not in `formatError`. */
    #hideInternals() {
        const { log } = this.kernel;
        return {
            async requestDidStart() {
                return {
                    async willSendResponse({ response, errors, contextValue }) {
                        if (response.body.kind !== 'single' || !response.body.singleResult.errors)
                            return;
                        const { locale, requestId } = contextValue;
                        response.body.singleResult.errors = response.body.singleResult.errors.map((formatted, index) => formatError(formatted, errors?.[index], locale, requestId, (cause) => log.error({ requestId, err: cause }, 'unexpected error in the graph')));
                    },
                };
            },
        };
    }
}
/** Refuses pages out of bounds before anything runs. */
const limitPages = {
    async requestDidStart({ schema }) {
        return {
            async didResolveOperation({ document, operation, request, contextValue }) {
                if (!operation)
                    return;
                const [first] = pageErrors(schema, document, operation, request.variables ?? {}, contextValue.locale);
                if (first)
                    throw first;
            },
        };
    },
};
//# sourceMappingURL=graphs.js.map