import type { Client } from '../../../testing/client.js';

export interface Account {
  readonly id: string;
  readonly subject: string;
  readonly version: number;
  readonly roles: readonly { readonly id: string; readonly role: string }[];
}

/** The account of a demo role, as somebody who sees accounts sees it. */
export async function accountOf(reader: Client, role: string): Promise<Account> {
  const { accounts } = await reader.query(
    '{ accounts(first: 100) { nodes { id subject version roles { id role } } } }',
  );
  const found = accounts.nodes.find(({ subject }: Account) => subject === `demo:${role}`);
  if (!found) throw new Error(`no account of demo:${role}`);
  return found;
}

/** Does one mutation of the access module; answers the codes of its refusals and the id of what it gave back. */
export async function change(
  client: Client,
  mutation: string,
  input: object,
): Promise<{ readonly codes: readonly string[]; readonly id: string }> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const payload = { createRole: 'role { id }', changeRole: 'role { id }', removeRole: 'removedCode' };
  const given = payload[mutation as keyof typeof payload] ?? 'account { id }';
  const answer = await client.query(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${given} userErrors { code } } }`,
    { input },
  );
  const { userErrors, account, role } = answer[mutation];
  return { codes: userErrors.map(({ code }: { code: string }) => code), id: (account ?? role)?.id ?? '' };
}

let registered = 0;

/** A new account without any role. */
export async function newAccount(client: Client): Promise<string> {
  registered += 1;
  const subject = `demo:new-${registered}`;
  return (await change(client, 'registerAccount', { subject, name: `新账号 ${registered}` })).id;
}
