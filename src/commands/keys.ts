import type { Command } from 'commander';
import { readConfig } from '../config.js';
import type { Kernel } from '../kernel/index.js';
import { openKeyService } from '../kernel/personal-data/key-service.js';
import { PersonVault } from '../kernel/personal-data/person-vault.js';
import { renewPersonKeys } from '../kernel/personal-data/upkeep/renew.js';
import { keysInUse, valuesOfFirstFormat } from '../kernel/personal-data/upkeep/report.js';
import { resealValues } from '../kernel/personal-data/upkeep/reseal.js';
import { rewrapKeys } from '../kernel/personal-data/upkeep/rewrap.js';
import { Failed } from './failed.js';
import { withPlatform } from './platform.js';

/** `lianxin keys`: what seals personal data, and how to change it while everything goes on serving. */
export function registerKeys(program: Command): void {
  const keys = program.command('keys').description('keys of sealed personal data');
  keys.command('list').description('which keys wrap what, never a key itself').action(list);
  keys
    .command('rotate')
    .description('make a new version of the key ring; what is there moves with rewrap')
    .action(async () => {
      const config = readConfig();
      const service = await openKeyService(config.home, config.keyService);
      process.stdout.write(`current key: ${await service.rotate()}\nnow run: lianxin keys rewrap\n`);
    });
  keys
    .command('rewrap')
    .description('bring the keys of districts and persons under the newest key')
    .action(() =>
      withVault(async (kernel, vault) => {
        const { dataKeys, personKeys, personKeysLeft, removed } = await rewrapKeys(kernel, vault);
        say(`${dataKeys} keys of districts and ${personKeys} of persons rewrapped, ${removed} old ones removed`);
        if (personKeysLeft > 0) say(`${personKeysLeft} keys of persons were in use: run it again`);
      }),
    );
  keys
    .command('reseal')
    .description('seal anew what is in the first format or under replaced keys')
    .option('--renew', 'give every person a new key first')
    .action(({ renew }: { renew?: true }) =>
      withVault(async (kernel, vault) => {
        if (renew) say(`${await renewPersonKeys(kernel, vault)} persons' keys replaced`);
        const { values, valuesLeft, keysRemoved, damaged } = await resealValues(kernel, vault);
        say(`${values} values sealed anew, ${keysRemoved} replaced keys destroyed`);
        if (renew) say('run it again in ten minutes: it destroys the replaced keys');
        if (valuesLeft > damaged.length) say(`${valuesLeft - damaged.length} values were in use: run it again`);
        for (const line of damaged) process.stderr.write(`does not open: ${line}\n`);
        if (damaged.length > 0) throw new Failed();
      }),
    );
}

async function list(): Promise<void> {
  await withVault(async (kernel, vault) => {
    for (const { district, purpose, version, ringKey, madeAt, persons, replaced } of await keysInUse(kernel)) {
      const wraps = purpose.startsWith('index:') ? '' : `${persons} persons${replaced ? `, ${replaced} replaced` : ''}`;
      say([district, purpose.padEnd(20), `v${version}`, `under ${ringKey}`, madeAt.slice(0, 19), wraps].join('  '));
    }
    const first = await valuesOfFirstFormat(kernel, vault.columns);
    for (const { district, column, values } of first)
      say(`${district}  ${column}: ${values} values in the first format`);
    if (first.length > 0) say('run: lianxin keys reseal; until then keys/sealing.key is needed');
    else if (vault.firstFormat.present) say('keys/sealing.key is needed no longer: remove it');
  });
}

/** A vault of its own: what it remembers is gone with the command. */
async function withVault(work: (kernel: Kernel, vault: PersonVault) => Promise<void>): Promise<void> {
  const config = readConfig();
  await withPlatform(config, async ({ kernel }) => {
    const service = await openKeyService(config.home, config.keyService);
    await work(kernel, new PersonVault(kernel.registry, kernel.orm, service, config.home));
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
