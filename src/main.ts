#!/usr/bin/env node
import module from 'node:module';
import { fileURLToPath } from 'node:url';

if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(
    `lianxin needs Node 24 or newer and runs on ${process.versions.node}; 'npm ci' brings one along: node_modules/.bin/node.\n`,
  );
  process.exit(1);
}

// Node keeps what it has compiled: a fifth of a short command. Where nothing can be written, it compiles again.
module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/lianxin', import.meta.url)));
// Only now: what stands in an import above is loaded before the first line, and an older Node fails there without a word of ours.
const { offerThisPlatform } = await import('./one-kernel.js');
const { runCommandLine } = await import('./command-line.js');

offerThisPlatform();
const code = await runCommandLine(process.argv.slice(2));
// A command of a plugin may have said so itself.
if (code !== 0) process.exitCode = code;
