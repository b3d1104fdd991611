import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';

const ASK_MS = 1_000;

/**
 * `GET /livez`: the process answers; never asks the database. `GET /readyz`: 200 while requests are welcome, 503 while
 * the database does not answer or the process is shutting down.
 */
export function registerHealth(app: FastifyInstance, pool: Pool, isClosing: () => boolean): void {
  let asked: Promise<boolean> | undefined;
  // However many ask at once, the database is asked once.
  const databaseAnswers = (): Promise<boolean> => (asked ??= answers(pool).finally(() => (asked = undefined)));
  app.get('/livez', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const reason = isClosing() ? 'shutting down' : (await databaseAnswers()) ? undefined : 'database does not answer';
    return reply.status(reason ? 503 : 200).send(reason ? { status: 'unavailable', reason } : { status: 'ready' });
  });
}

async function answers(pool: Pool): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ASK_MS);
  });
  const asked = pool.query('select 1').then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
