import type { PluginDefinition } from '../../kernel/index.js';

/** Operations that open in the explorer. */
export const examples: NonNullable<NonNullable<PluginDefinition['demo']>['examples']> = [
  {
    title: { zh: '会员及其工会和上级', en: 'Members with their union and its parent' },
    role: 'administrator',
    query: `# 证件号码和手机号始终掩码；翻页用 pageInfo.endCursor
# Identity numbers and phones are always masked; page on with pageInfo.endCursor
query Members($first: Int = 10, $after: String) {
  members(first: $first, after: $after, filter: { status: ACTIVE }) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      name
      nationalId
      phone
      employmentType
      occupation
      organization { name parent { name } }
      memberships(first: 3) { nodes { kind since until reasonEnded organization { name } } }
    }
  }
}`,
  },
  {
    title: { zh: '申请入会（宝山区）', en: 'Applying for membership (Baoshan)' },
    role: 'administrator',
    query: `# 虚构人物，校验码有效；再执行一次会得到“已有待审批的申请”
# A made-up person with a valid check digit; a second run is refused, since an application is pending then
mutation ApplyForMembership($input: ApplyForMembershipInput!) {
  applyForMembership(input: $input) {
    applicationNo
    decideBy
    member { name nationalId status }
    application { status organization { name } }
    userErrors { code message path }
  }
}`,
    variables: {
      input: {
        organizationCode: '310113-01',
        name: '林晓燕',
        nationalId: '310197199306173528',
        phone: '15493100246',
        employmentType: 'NON_REGULAR',
        occupation: '家政服务员',
        via: 'OUTSIDE_FIRST',
      },
    },
  },
];
