import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startEmbedded } from '../../src/kernel/database/embedded.js';

/**
 * Makes a data home of a server that was started once and stopped in order: a copy, because making each cluster anew
 * takes most of what a test of it costs. What has a port, a lock or users is left out.
 */
export async function preparedHome(home: string): Promise<void> {
  const made = await cluster();
  mkdirSync(join(home, 'postgres'), { recursive: true, mode: 0o711 });
  for (const name of ['data', 'password']) {
    execFileSync('cp', ['-Rp', join(made, 'postgres', name), join(home, 'postgres', name)]);
  }
}

/** Made by whichever process of the run asks first; of two at once, the one that is ready first. */
async function cluster(): Promise<string> {
  const made = join(process.env.LIANXIN_TEST_HOME!, 'prepared-home');
  if (existsSync(made)) return made;
  const own = mkdtempSync(`${made}-`);
  chmodSync(own, 0o711); // The database runs as somebody else when we are root.
  await (await startEmbedded({ home: own, ephemeral: true })).stop();
  try {
    renameSync(own, made);
  } catch {
    if (!existsSync(made)) throw new Error(`${dirname(made)} takes no prepared cluster`);
    rmSync(own, { recursive: true });
  }
  return made;
}
