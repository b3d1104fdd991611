import type { PluginDefinition } from '../../kernel/index.js';

/** Operations that open in the explorer. */
export const examples: NonNullable<NonNullable<PluginDefinition['demo']>['examples']> = [
  {
    title: { zh: '组织树与各级数据', en: 'The tree of union bodies with figures at every level' },
    role: 'administrator',
    query: `# 区总工会、街镇总工会及其下级，各级的组建和入会数据
# The federation, its hubs and what lies below, with figures at every level
query OrganizationTree {
  organizations(first: 1, filter: { level: DISTRICT }) {
    nodes {
      name
      statistics { asOf unions coveredUnits members workers foundingRate joiningRate }
      children(first: 5) {
        totalCount
        nodes {
          name
          type
          statistics { unions coveredUnits members }
          children(first: 3) {
            nodes {
              name
              kind
              foundedOn
              officers(first: 3, current: true) { nodes { name role } }
              coveredUnits(first: 2) { totalCount nodes { name creditCode } }
            }
          }
        }
      }
    }
  }
}`,
  },
  {
    title: { zh: '新建工会（宝山区）', en: 'Creating a union (Baoshan)' },
    role: 'administrator',
    query: `# 再执行一次会得到“编号已被使用”；把 name 改成一个字，可一次看到全部问题
# A second run is refused, since the code is taken then; every problem of an input is reported at once
mutation CreateOrganization($input: CreateOrganizationInput!) {
  createOrganization(input: $input) {
    organization { id code name status parent { name } }
    userErrors { code message path }
  }
}`,
    variables: {
      input: {
        parentCode: '310113-01',
        code: '310113-01-EXAMPLE',
        name: '友谊路街道沿街商户联合工会',
        kind: 'JOINT_UNION',
        jointUnionKind: 'STREET_SHOP',
        status: 'PREPARING',
      },
    },
  },
];
