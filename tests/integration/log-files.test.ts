import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { openLogOutput } from '../../src/kernel/http/log-output.js';
import { createHttpServer } from '../../src/kernel/http/server.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianxin-log-'));
  jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await rm(folder, { recursive: true });
});

describe('the log', () => {
  test('goes to a file of the day as well, when a folder is given', async () => {
    const logOutput = await openLogOutput(join(folder, 'log'));
    const http = createHttpServer({ logLevel: 'info', logOutput });
    http.log.info({ component: 'test' }, 'first line');
    await http.inject({ url: '/nowhere?secret=1', headers: { authorization: 'Bearer hidden' } });
    await http.close();
    await logOutput.close();
    const [name, ...others] = await readdir(join(folder, 'log'));
    expect(others).toEqual([]);
    expect(name).toMatch(/^lianxin\.\d{4}-\d{2}-\d{2}\.1\.log$/);
    const text = await readFile(join(folder, 'log', name!), 'utf8');
    expect(text).toContain('first line');
    expect(text).toContain('"status":404');
    expect(text).not.toMatch(/secret|hidden/);
    expect(process.stderr.write).toHaveBeenCalledWith(expect.stringContaining('first line'));
  });

  test('of a process that starts again goes on in the same file', async () => {
    for (const line of ['before\n', 'after\n']) {
      const logOutput = await openLogOutput(folder);
      logOutput.write(line);
      await logOutput.close();
    }
    const names = await readdir(folder);
    expect(names).toHaveLength(1);
    expect(await readFile(join(folder, names[0]!), 'utf8')).toBe('before\nafter\n');
  });
});
