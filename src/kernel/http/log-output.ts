import { join } from 'node:path';

/** Where lines of the log go. */
export interface LogOutput {
  write(line: string): void;
  /** Resolves when everything has been written. */
  close(): Promise<void>;
}

/**
 * Files kept beside the one being written: one a day, and now and then a second one. The law asks for six months
 * (Cybersecurity Law of the PRC, article 23); twice 190 days is never less.
 */
const FILES_KEPT = 380;

/** Standard error, and with a folder also `lianxin.<day>.<number>.log` in it. A folder that fails stops nothing. */
export async function openLogOutput(folder: string | undefined): Promise<LogOutput> {
  if (!folder) return { write: (line) => void process.stderr.write(line), close: () => Promise.resolve() };
  // Only now: it brings three hundred files along, a tenth of all that a start loads.
  const { default: roll } = await import('pino-roll');
  const file = await roll({
    file: join(folder, 'lianxin'),
    frequency: 'daily',
    dateFormat: 'yyyy-MM-dd',
    mkdir: true,
    mode: 0o640,
    limit: { count: FILES_KEPT, removeOtherLogFiles: true },
  });
  file.on('error', (error) => void process.stderr.write(`the log file cannot be written: ${error.message}\n`));
  return {
    write(line) {
      process.stderr.write(line);
      file.write(line);
    },
    close: () =>
      new Promise((resolve) => {
        file.once('close', resolve);
        file.end();
      }),
  };
}
