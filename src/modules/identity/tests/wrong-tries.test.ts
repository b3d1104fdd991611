import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { covered } from '../../../../tests/support/coverage.js';
import { somebody } from '../../members/tests/town.js';
import { networkOf } from '../binding/address.js';
import { BIND, Binding, ME, type Newcomer } from './newcomers.js';

let binding: Binding;
beforeAll(async () => {
  binding = await Binding.start();
});
afterAll(() => binding?.close());

describe('wrong tries', () => {
  test('of an account are limited to five in a quarter of an hour, the right answer then included', async () => {
    const { identity } = await binding.member();
    const client = await binding.newcomer();
    for (let n = 0; n < 5; n += 1) {
      expect(await client.codes({ invitationCode: `WRONG-${n}` })).toEqual(['PERSON_NOT_CONFIRMED']);
    }
    const [refusal] = await client.bind({ identity });
    expect([refusal!.code, refusal!.details]).toEqual(['PERSON_TOO_MANY_TRIES', { minutes: 15 }]);
    await binding.sql.query(`update binding_attempts set at = at - interval '15 minutes'`);
    expect(await client.codes({ identity })).toEqual([]);
  });

  test('are counted though what they tried is rolled back, and one by one when they come at once or in one operation', async () => {
    const client = await binding.newcomer();
    const aliases = [...Array(5).keys()].map(
      (n) => `t${n}: bindPerson(input: { invitationCode: "W${n}" }) { userErrors { code } }`,
    );
    const answers = await Promise.all([...Array(8)].map(() => client.send(`mutation { ${aliases.join(' ')} }`)));
    const given = answers.flatMap(({ data }) =>
      Object.values(data as Record<string, { userErrors: { code: string }[] }>),
    );
    const found = Map.groupBy(given, ({ userErrors }) => userErrors[0]!.code);
    expect(found.get('PERSON_NOT_CONFIRMED')).toHaveLength(5);
    expect(found.get('PERSON_TOO_MANY_TRIES')!.length + (found.get('BUSY')?.length ?? 0)).toBe(35);
  });

  test('of an address are limited to twenty, over all accounts; a household’s IPv6 addresses are one', async () => {
    const tries = async (addresses: (n: number) => string) => {
      const found: string[] = [];
      let client: Newcomer;
      for (let n = 0; n < 21; n += 1) {
        // Each account stays below its own limit.
        if (n % 4 === 0) client = await binding.newcomer();
        found.push(...(await client!.at(addresses(n)).codes({ invitationCode: 'WRONG' })));
      }
      return found;
    };
    const limited = [...Array(20).fill('PERSON_NOT_CONFIRMED'), 'PERSON_TOO_MANY_TRIES'];
    expect(await tries(() => '198.51.100.7')).toEqual(limited);
    expect(await tries((n) => `2001:db8:1:2:${n}::${n}`)).toEqual(limited);
    const { rows } = await binding.sql.query('select a::text from binding_attempts a');
    expect(JSON.stringify(rows)).not.toMatch(/198\.51|2001:db8/);
  });

  test('of an address are not told apart by the port that a proxy writes behind it', () => {
    const same = ['198.51.100.7', '198.51.100.7:40001', '::ffff:198.51.100.7', '[::ffff:198.51.100.7]:40001'];
    expect(new Set(same.map(networkOf))).toEqual(new Set(['198.51.100.7']));
    const household = ['2001:db8:1:2::5', '[2001:db8:1:2::6]:40001', '[2001:DB8:1:2:3::]'];
    expect(new Set(household.map(networkOf))).toEqual(new Set(['2001:db8:1:2::/64']));
  });

  test('are not what a successful one was', async () => {
    const { identity } = await binding.member();
    const client = await binding.newcomer('192.0.2.44');
    await client.mutate(BIND, { input: { identity } });
    expect(await binding.triesOf(client)).toBe(0);
  });
});

describe('whether somebody is in the register', () => {
  test('cannot be told from the answer, the statements or the time of a try to be that person', async () => {
    const [free, held, gone] = [await binding.member(), await binding.member(), await binding.member()];
    await (await binding.newcomer()).mutate(BIND, { input: { identity: held.identity } });
    await binding.sql.query(`update members set status = 'DECEASED', organization_id = null where id = $1`, [gone.id]);
    const unknown = somebody();
    const tries: Readonly<Record<string, object>> = {
      'nobody knows the number': { identity: { nationalId: unknown.nationalId, phone: unknown.phone } },
      'another phone': { identity: { ...free.identity, phone: unknown.phone } },
      'the phone of somebody else': { identity: { ...free.identity, phone: held.identity.phone } },
      'bound already': { identity: held.identity },
      'bound already, another phone': { identity: { ...held.identity, phone: unknown.phone } },
      'no longer alive': { identity: gone.identity },
    };
    const answers = new Set<string>();
    const sent = new Set<string>();
    const times = new Map<string, number[]>();
    const clients = new Map<string, Newcomer>();
    for (let round = 0; round < 9; round += 1) {
      for (const [name, input] of Object.entries(tries)) {
        // As many tries as an account has.
        if (round % 5 === 0) clients.set(name, await binding.newcomer());
        const client = clients.get(name)!;
        await client.query(ME);
        const start = performance.now();
        const statements = await binding.signing.platform.wire.statements(async () => {
          answers.add(JSON.stringify(await client.bind(input)));
        });
        times.set(name, [...(times.get(name) ?? []), performance.now() - start]);
        // Which modules are on is read again when it has not been told for a while, whoever asks.
        sent.add(JSON.stringify(statements.filter((statement) => !statement.includes('switching.'))));
      }
    }
    expect([...answers]).toHaveLength(1);
    expect([...sent]).toHaveLength(1);
    // Statements being equal, what is left is noise of a shared machine: it only ever adds, and not to every round.
    const quick = [...times.values()].map((all) => all.sort((a, b) => a - b)[2]!);
    expect(Math.max(...quick) / Math.min(...quick)).toBeLessThan(2);
    covered('ways to fail as a person, told apart by nothing', answers.size * Object.keys(tries).length);

    // The planted fault: an answer that tells one case from the others is seen by the same comparison.
    const told = await binding.newcomer();
    await told.mutate(BIND, { input: { identity: free.identity } });
    answers.add(JSON.stringify(await told.bind({ identity: free.identity })));
    expect([...answers]).toHaveLength(2);
  });
});
