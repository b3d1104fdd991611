/** Operations that open in the explorer. */
export const examples = [
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
        title: { zh: '新建工会：一次看到全部问题', en: 'Creating a union: every problem at once' },
        role: 'administrator',
        query: `# 故意写错：编号、名称和信用代码不合规，联合工会缺少联合方式；不会写入任何数据
# Wrong on purpose: code, name, credit code and the missing kind are all reported, and nothing is written
mutation CreateOrganization {
  createOrganization(
    input: { code: "?", name: "会", kind: JOINT_UNION, creditCode: "913100000000000000", status: APPLIED }
  ) {
    organization { id code name status }
    userErrors { code message path }
  }
}`,
    },
];
//# sourceMappingURL=demo.examples.js.map