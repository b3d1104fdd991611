import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { localeOf } from '../bilingual.js';
import { kernelErrors } from '../errors/kernel-errors.js';
import { loggable } from '../errors/loggable.js';
import { describeProblem, Refusal, refuse } from '../errors/refusal.js';

export interface HttpOptions {
  readonly logLevel: string;
  /** Where the log goes; standard error by default, because standard output is kept for results. */
  readonly logOutput?: { write(line: string): void };
  /** Addresses and networks of proxies whose X-Forwarded-For is believed; without them nobody's is. */
  readonly trustedProxies?: readonly string[];
  /** How long a head and a body may take to arrive, and how long a line may say nothing. */
  readonly requestTimeoutMs?: number;
}

const BODY_LIMIT = 256 * 1024;
export const REQUEST_TIMEOUT_MS = 15_000;
/** Files take as long as the lines of those who send them; a line that says nothing for 15 s is closed all the same. */
const SLOW_BODY_TIMEOUT_MS = 10 * 60_000;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The body may take minutes to arrive. */
    slowBody?: boolean;
  }
}

/** The bare server: structured log with secrets removed, limits, time-outs, request ids, errors in one shape. */
export function createHttpServer(options: HttpOptions): FastifyInstance {
  const { requestTimeoutMs = REQUEST_TIMEOUT_MS } = options;
  const app = fastify({
    logger: {
      level: options.logLevel,
      stream: options.logOutput ?? process.stderr,
      serializers: { err: loggable },
      redact: {
        paths: ['req.headers.authorization', 'req.headers.cookie', 'headers.authorization'],
        censor: '[removed]',
      },
    },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => uuidv7(),
    trustProxy: options.trustedProxies?.length ? [...options.trustedProxies] : false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: SLOW_BODY_TIMEOUT_MS,
    connectionTimeout: requestTimeoutMs,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    frameworkErrors: answerError,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  });
  app.server.headersTimeout = requestTimeoutMs;
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    reply.header('x-content-type-options', 'nosniff');
  });
  // One line per answer, with nothing in it but how it went: no query text, no variables, no address of a person.
  app.addHook('onResponse', async ({ id, method, routeOptions, log }, { statusCode, elapsedTime }) => {
    log.info(
      { requestId: id, method, path: pathOf({ routeOptions }), status: statusCode, ms: Math.round(elapsedTime) },
      'answered',
    );
  });
  limitSlowBodies(app, requestTimeoutMs);
  endConnectionsWhenClosing(app);
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((request, reply) => answerError(refuse(kernelErrors.NOT_FOUND), request, reply));
  return app;
}

/** The route rather than the address: what stands in an address may open something, also where no route takes it. */
function pathOf({ routeOptions }: Pick<FastifyRequest, 'routeOptions'>): string {
  return routeOptions.url ?? '(no route)';
}

/** Node has one limit for all requests; what is no file has to be there within the short one. */
function limitSlowBodies(app: FastifyInstance, limitMs: number): void {
  app.addHook('onRequest', async ({ raw, routeOptions }) => {
    const empty = raw.headers['content-length'] === undefined && raw.headers['transfer-encoding'] === undefined;
    if (empty || routeOptions.config.slowBody) return;
    const timer = setTimeout(() => {
      if (raw.complete) return;
      raw.socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n', () => raw.socket.destroy());
    }, limitMs);
    raw.once('close', () => clearTimeout(timer));
  });
}

/**
 * Requests under way when the server closes are answered, and their connections then end: kept alive they would hold up
 * the shutdown for as long as their clients like.
 */
function endConnectionsWhenClosing(app: FastifyInstance): void {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
}

/** Errors outside the graph have the shape of those inside: code, message in the caller's language, request id. */
function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const locale = localeOf(request.headers['accept-language']);
  const refusal = error instanceof Refusal ? error : refusalOfHttp(error);
  if (!refusal) request.log.error({ err: error }, 'unexpected error');
  const { problems } = refusal ?? refuse(kernelErrors.INTERNAL);
  const { code, message, retryable } = describeProblem(problems[0], locale);
  const body = { errors: [{ message, extensions: { code, retryable, requestId: request.id } }] };
  return reply.status(problems[0].error.httpStatus).type('application/json; charset=utf-8').send(body);
}

/** Fastify's own refusals (body too large, not JSON, media type …) are the caller's fault and keep their words. */
function refusalOfHttp(error: unknown): Refusal | undefined {
  const { statusCode, message } = error as { statusCode?: number; message?: string };
  if (!statusCode || statusCode < 400 || statusCode >= 500) return undefined;
  const definition = { ...kernelErrors.INVALID_VALUE, httpStatus: statusCode };
  return refuse(definition, { details: { reason: message ?? '' } });
}
