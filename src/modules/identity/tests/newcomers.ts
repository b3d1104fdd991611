import type { Client, UserError } from '../../../testing/client.js';
import { passTrust } from '../../../../tests/support/shifted-clock.js';
import { FarClient, PROVIDER, SigningIn } from '../../../../tests/support/signing-in.js';
import { toGlobalId } from '../../../kernel/index.js';
import { Register } from '../../members/tests/register.js';
import { somebody } from '../../members/tests/town.js';

export const BAOSHAN = '310113';
export const BIND = `mutation ($input: BindPersonInput!) {
  bindPerson(input: $input) { memberId userErrors { code message path retryable details } }
}`;
export const INVITE = `mutation ($input: InviteMemberInput!) {
  inviteMember(input: $input) { code expiresAt userErrors { code } }
}`;
export const ME = '{ viewer { name roles { code } member { id } } }';

/** A member of whom no account knows, with the numbers that the register has only sealed. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly identity: { readonly nationalId: string; readonly phone: string };
}

/** Somebody signed in whom no account of a person is bound to, at an address of their own. */
export class Newcomer extends FarClient {
  constructor(
    client: Client,
    from: string,
    /** Subject of the account. */
    readonly subject: string,
  ) {
    super(client, from);
  }

  /** The same account at another address. */
  at(from: string): Newcomer {
    return new Newcomer(this, from, this.subject);
  }

  async bind(input: object): Promise<readonly UserError[]> {
    return (await this.query(BIND, { input })).bindPerson.userErrors;
  }

  async codes(input: object): Promise<string[]> {
    return (await this.bind(input)).map(({ code }) => code);
  }

  /** What the caller is once roles that have just changed are known. */
  async settled() {
    passTrust();
    return (await this.query(ME)).viewer;
  }
}

/** A platform in which people are members of one union and others come to bind accounts to them. */
export class Binding {
  #serial = 0;

  private constructor(
    readonly signing: SigningIn,
    readonly administrator: Client,
    /** The union of all members made here. */
    readonly organizationId: string,
  ) {}

  static async start(): Promise<Binding> {
    const signing = await SigningIn.start();
    const { rows } = await signing.platform.sql.query(
      `select o.id from organizations o join districts d on d.id = o.district_id
       where d.code = $1 and o.status = 'FOUNDED' and o.type = 'SERVICE' and o.founded_on < '2024-01-01'
       order by o.id limit 1`,
      [BAOSHAN],
    );
    return new Binding(signing, await signing.platform.as(BAOSHAN, 'administrator'), rows[0].id);
  }

  get sql() {
    return this.signing.platform.sql;
  }

  async member(): Promise<Person> {
    const person = somebody();
    const register = new Register(() => this.signing.platform, BAOSHAN);
    const id = await register.memberSince(this.organizationId, '2024-03-01', person);
    return { id, name: person.name, identity: { nationalId: person.nationalId, phone: person.phone } };
  }

  /** Each at an address of its own unless one is given. */
  async newcomer(from?: string): Promise<Newcomer> {
    this.#serial += 1;
    const sub = `newcomer-${this.#serial}`;
    const own = `203.0.${this.#serial >> 8}.${this.#serial & 255}`;
    return new Newcomer(await this.signing.bearing({ sub }), from ?? own, `${PROVIDER}:${sub}`);
  }

  async invited(person: Person, officer = this.administrator): Promise<string> {
    return (await officer.mutate(INVITE, { input: { memberId: toGlobalId('Member', person.id) } })).code;
  }

  /** Tries of an account that count as wrong. */
  async triesOf({ subject }: Newcomer): Promise<number> {
    const { rows } = await this.sql.query(
      'select count(*)::int as n from binding_attempts a join principals p on p.id = a.principal_id where p.subject = $1',
      [subject],
    );
    return rows[0].n;
  }

  close(): Promise<void> {
    return this.signing.close();
  }
}
