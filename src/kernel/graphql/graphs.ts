import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { BREAK, type DocumentNode, GraphQLError, type GraphQLSchema, visit } from 'graphql';
import type { RequestContext } from '../context.js';
import { kernelErrors } from '../errors/kernel-errors.js';
import { refuse } from '../errors/refusal.js';
import type { Kernel } from '../kernel.js';
import { type Execution, Executor, MAX_COMPILED } from './executor.js';
import { formatError, refusalError } from './graphql-errors.js';
import { limitErrors } from './operation-limits.js';
import { fieldsOf, MAX_FIELDS } from './operation-size.js';
import { printSorted } from './print.js';
import { projectSchema } from './projection.js';
import type { Superset } from './superset.js';

/** One graph: the schema of one set of modules and the server that answers on it. */
export interface Graph {
  readonly schema: GraphQLSchema;
  readonly server: ApolloServer<RequestContext>;
  /** The schema in its definition language, sorted, as `GET /schema.graphql` gives it. */
  readonly sdl: string;
}

/** Graphs remembered at a time; one that is asked for again is built again, in some milliseconds. */
const MAX_GRAPHS = 100;
/** Compiled operations of all of them, some 200 MB, in equal shares, of which none is smaller than a front end's screen. */
const MAX_COMPILED_TOGETHER = 2_000;
const MIN_COMPILED = 20;

/** Compiled operations that each of so many graphs may keep. */
export function compiledPerGraph(graphs: number): number {
  return Math.max(MIN_COMPILED, Math.min(MAX_COMPILED, Math.floor(MAX_COMPILED_TOGETHER / graphs)));
}

/**
 * Graphs by set of modules: districts with the same modules share one, and none is built before it is asked for. A graph
 * that is forgotten is not stopped: requests may still be running on it, and it holds nothing but memory.
 */
export class Graphs {
  /** In the order of their last use. */
  readonly #bySet = new Map<ReadonlySet<string>, Promise<Graph>>();
  #latest: ReadonlySet<string> | undefined;

  constructor(
    readonly superset: Superset,
    readonly kernel: Kernel,
  ) {}

  /** The graph of a set of modules, built on first use. */
  async of(modules: ReadonlySet<string>): Promise<Graph> {
    const known = this.#bySet.get(modules);
    if (known && modules === this.#latest) return known;
    // A set that does not come from the registry itself may stand for one that does.
    const key = known ? modules : this.kernel.registry.effective(modules);
    const graph = this.#bySet.get(key) ?? this.#build(key);
    this.#bySet.delete(key);
    this.#bySet.set(key, graph);
    this.#latest = key;
    if (!known) graph.catch(() => this.#bySet.get(key) === graph && this.#bySet.delete(key));
    if (this.#bySet.size > MAX_GRAPHS) this.#bySet.delete(this.#bySet.keys().next().value!);
    return graph;
  }

  async stop(): Promise<void> {
    const graphs = await Promise.allSettled(this.#bySet.values());
    await Promise.all(graphs.map((graph) => graph.status === 'fulfilled' && graph.value.server.stop()));
  }

  async #build(modules: ReadonlySet<string>): Promise<Graph> {
    const schema = projectSchema(this.superset, modules);
    const server = this.#serverFor(schema);
    await server.start();
    let sdl: string | undefined;
    return {
      schema,
      server,
      get sdl(): string {
        sdl ??= printSorted(schema);
        return sdl;
      },
    };
  }

  #serverFor(schema: GraphQLSchema): ApolloServer<RequestContext> {
    const executor = new Executor(
      schema,
      ({ context, ...used }) => this.kernel.usage.note((context as RequestContext).facts, { schema, ...used }),
      () => compiledPerGraph(this.#bySet.size),
    );
    return new ApolloServer<RequestContext>({
      gateway: {
        onSchemaLoadOrUpdate(loaded) {
          loaded({ apiSchema: schema, coreSupergraphSdl: '' });
          return () => undefined;
        },
        load: async () => ({
          executor: async ({ document, operation, request, context, queryHash }) =>
            executor.run({
              document,
              operation,
              // As asked for: the server's own is empty for a name that the document does not have, and would run another.
              operationName: request.operationName ?? null,
              variables: request.variables ?? {},
              context,
              hash: queryHash,
            } satisfies Execution),
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
      plugins: [ApolloServerPluginCacheControlDisabled(), limitOperations, this.#hideInternals()],
    });
  }

  /** Errors leave through one allow-list; it needs the caller's language, so it stands here and not in `formatError`. */
  #hideInternals(): ApolloServerPlugin<RequestContext> {
    const { log } = this.kernel;
    return {
      async requestDidStart() {
        return {
          async willSendResponse({ response, errors, contextValue }) {
            if (response.body.kind !== 'single' || !response.body.singleResult.errors) return;
            const { locale, requestId } = contextValue;
            response.body.singleResult.errors = response.body.singleResult.errors.map((formatted, index) =>
              formatError(formatted, errors?.[index], locale, requestId, (cause) =>
                log.error({ requestId, err: cause }, 'unexpected error in the graph'),
              ),
            );
          },
        };
      },
    };
  }
}

/** Refuses operations that are too large, too deep or ask for pages out of bounds, before anything runs. */
const limitOperations: ApolloServerPlugin<RequestContext> = {
  async requestDidStart({ schema }) {
    return {
      async didResolveOperation({ document, operation, request, contextValue }) {
        if (!operation) return;
        if (!schema.getRootType(operation.operation)) {
          const extensions = { code: ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED, http: { status: 400 } };
          throw new GraphQLError(`This graph has no ${operation.operation}.`, { nodes: operation, extensions });
        }
        if (!contextValue.principal && introspects(document)) {
          throw refusalError(refuse(kernelErrors.UNAUTHENTICATED), contextValue.locale);
        }
        const fields = fieldsOf(document, operation);
        if (fields > MAX_FIELDS) {
          const details = { fields, limit: MAX_FIELDS };
          throw refusalError(refuse(kernelErrors.OPERATION_TOO_LARGE, { details }), contextValue.locale);
        }
        const [first] = limitErrors(schema, document, operation, request.variables ?? {}, contextValue.locale);
        if (first) throw first;
      },
    };
  },
};

/** Whether a document asks for the schema; the graph is shown to those who are signed in, each their own. */
function introspects(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field({ name }) {
      if (name.value === '__schema' || name.value === '__type') found = true;
      return found ? BREAK : undefined;
    },
  });
  return found;
}
