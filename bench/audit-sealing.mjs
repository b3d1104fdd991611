// node bench/audit-sealing.mjs > result.json: commits with and without the sealer, and a verification of a million records.
import 'reflect-metadata';
import '../tests/support/typescript-loader.mjs';

const { measure } = await import('./audit-sealing.measure.ts');
process.stdout.write(`${JSON.stringify(await measure(), null, 2)}\n`);
