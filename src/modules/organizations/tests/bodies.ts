import type { RequestContext } from '../../../kernel/index.js';
import { createOrganizations, type NewOrganization } from '../organization.service.js';

const KINDS = {
  root: { kind: 'FEDERATION', parentId: null },
  hub: { kind: 'FEDERATION' },
  joint: { kind: 'JOINT_UNION', jointUnionKind: 'REGIONAL' },
  union: { kind: 'ENTERPRISE_UNION' },
} as const;

/** A founded body below another, named by its code; founded in 2000 unless said otherwise. Returns its local id. */
export async function body(
  ctx: RequestContext,
  what: keyof typeof KINDS,
  code: string,
  parentId: string | null = null,
  more: Partial<NewOrganization> = {},
): Promise<string> {
  const [id] = await createOrganizations(ctx, [
    { ...KINDS[what], parentId, code, name: `测试${code}`, status: 'FOUNDED', foundedOn: '2000-01-01', ...more },
  ]);
  return id!;
}
