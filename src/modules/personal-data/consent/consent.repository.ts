import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import {
  type ConsentDefinition,
  nestedPageOf,
  orderingBy,
  type Page,
  type PageRequest,
  type RequestContext,
} from '../../../kernel/index.js';
import { type ConsentRow, consents } from './consent.node.js';

/** Versions that persons have agreed to and not withdrawn, per purpose; batched over the persons of one tick. */
export async function versionsAgreedTo(ctx: RequestContext, memberId: string): Promise<ReadonlyMap<string, number>> {
  const found = await ctx.batched<string, ReadonlyMap<string, number>>('personal-data:consents', async (ids) => {
    const { rows } = await sql<{ memberId: string; purpose: string; textVersion: number }>`
      select member_id as "memberId", purpose, text_version as "textVersion" from consents
      where member_id = any(${ids}::uuid[]) and ended_at is null
    `.execute(ctx.sql);
    const byMember = Map.groupBy(rows, (row) => row.memberId);
    return ids.map((id) => new Map((byMember.get(id) ?? []).map(({ purpose, textVersion }) => [purpose, textVersion])));
  })(memberId);
  return found ?? new Map();
}

/** Keeps the text as it stands now; a version that is kept already stays as it was first shown. */
export async function keepText(tx: RequestContext, purpose: string, consent: ConsentDefinition): Promise<void> {
  const { title, text, version } = consent;
  await sql`
    insert into consent_texts (id, purpose, text_version, title_zh, title_en, text_zh, text_en)
    values (${uuidv7()}, ${purpose}, ${version}, ${title.zh}, ${title.en}, ${text.zh}, ${text.en})
    on conflict (district_id, purpose, text_version) do nothing
  `.execute(tx.sql);
}

/** Consents of one person, newest first; all persons of a page are read with one statement. */
export function consentsOf(ctx: RequestContext, memberId: string, page: PageRequest): Promise<Page<ConsentRow>> {
  return nestedPageOf(ctx, memberId, {
    name: 'Member.consents',
    link: 'node.member_id',
    source: consents,
    ordering: orderingBy('id', 'desc'),
    page,
  });
}
