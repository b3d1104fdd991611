import type { Platform } from '../../../testing/platform.js';
import { Refusal, type RequestContext } from '../../../kernel/index.js';
import { enrolMembers } from '../index.js';
import { somebody } from './town.js';

/** The register of one district, as tests of changes look at it. */
export class Register {
  constructor(
    readonly platform: () => Platform,
    readonly district: string,
  ) {}

  /** A member since a day of the past, of whom nobody else knows. */
  async memberSince(organizationId: string, since: string, person = somebody()): Promise<string> {
    const work = async (tx: RequestContext) => {
      const enrolment = { organizationId, since, via: 'COLLECTIVE', people: [person], synthetic: true } as const;
      const { batchId } = await enrolMembers(tx, enrolment);
      return tx.sql.selectFrom('members').select('id').where('batch_id', '=', batchId).executeTakeFirstOrThrow();
    };
    const { id } = await this.platform().acting(this.district, (ctx) => ctx.transaction(work));
    return id as string;
  }

  async history(memberId: string): Promise<object[]> {
    const { rows } = await this.platform().sql.query(
      `select organization_id as "organizationId", kind, since::text, until::text, reason_ended as reason, version, id
       from memberships where member_id = $1 order by kind, since, id`,
      [memberId],
    );
    return rows;
  }

  async personOf(memberId: string) {
    const { rows } = await this.platform().sql.query('select * from members where id = $1', [memberId]);
    return rows[0];
  }
}

/** The code of the refusal that work ends with, or `done`. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.problems[0].error.code;
    throw error;
  }
}
