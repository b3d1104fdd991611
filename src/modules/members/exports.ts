import {
  type ExportColumn,
  type ExportList,
  maskNationalId,
  maskPhoneNumber,
  type RequestContext,
} from '../../kernel/index.js';
import { organizationNode } from '../organizations/index.js';
import { type MemberRow, memberNode } from './member/member.node.js';
import { placeInRegister } from './member/person.js';

/** The register as a list: what the graph shows of a member, sealed values masked as they are there. */
export const exports: Readonly<Record<string, ExportList>> = {
  members: {
    title: { zh: '会员名单', en: 'Members' },
    type: 'Member',
    source: memberNode,
    permission: 'member:read',
    place: 'node.keeper_organization_id',
    person: 'node.id',
    columns: {
      name: { title: { zh: '姓名', en: 'Name' }, value: (_ctx, row: MemberRow) => row.name },
      gender: { title: { zh: '性别', en: 'Gender' }, value: (_ctx, row: MemberRow) => row.gender },
      birthDate: { title: { zh: '出生日期', en: 'Date of birth' }, value: (_ctx, row: MemberRow) => row.birthDate },
      nationalId: {
        title: { zh: '公民身份号码', en: 'Identity number' },
        value: async (ctx, row: MemberRow) => {
          const place = placeInRegister(row.id, 'national_id_sealed');
          return maskNationalId((await ctx.kernel.vault.open(ctx, place, row.nationalIdSealed)) ?? '');
        },
      },
      phone: {
        title: { zh: '手机号', en: 'Phone' },
        value: async (ctx, row: MemberRow) => {
          const place = placeInRegister(row.id, 'phone_sealed');
          return maskPhoneNumber((await ctx.kernel.vault.open(ctx, place, row.phoneSealed)) ?? '');
        },
      },
      organization: { title: { zh: '所在工会', en: 'Union' }, value: unionOf },
      employmentType: {
        title: { zh: '就业形式', en: 'How they work' },
        value: (_ctx, row: MemberRow) => row.employmentType,
      },
      occupation: { title: { zh: '职业', en: 'Occupation' }, value: (_ctx, row: MemberRow) => row.occupation },
      status: { title: { zh: '状态', en: 'Status' }, value: (_ctx, row: MemberRow) => row.status },
    } satisfies Record<string, ExportColumn>,
  },
};

async function unionOf(ctx: RequestContext, row: MemberRow): Promise<string | null> {
  return row.organizationId === null ? null : ((await organizationNode.load(ctx, row.organizationId))?.name ?? null);
}
