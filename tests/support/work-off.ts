import { openPool } from '../../src/kernel/database/pool.js';
import { startWorker } from '../../src/kernel/events/jobs.js';
import type { Platform } from '../../src/testing/platform.js';

/** Does every job that is queued, and what those queue, on a platform that works on none by itself (`workers: 0`). */
export async function workOff(platform: Platform): Promise<void> {
  const pool = openPool(platform.urls.jobs, 4, () => undefined);
  try {
    const worker = await startWorker(platform.app.kernel, pool, 1);
    await platform.jobsDone().finally(() => worker.stop());
  } finally {
    await pool.end();
  }
}
