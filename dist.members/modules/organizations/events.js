/** What this module announces; payloads hold local ids and codes. */
export const events = {
    'organization.created': { zh: '新建了组织', en: 'A union body was created' },
    'organization.updated': { zh: '修改了组织', en: 'A union body was changed' },
    'organization.moved': { zh: '调整了组织的上级', en: 'A union body was moved in the tree' },
    'organization.units-changed': { zh: '覆盖单位有变动', en: 'Units covered by a union changed' },
    'officer.appointed': { zh: '任命了工会干部', en: 'An officer was appointed' },
    'officer.term-ended': { zh: '工会干部任期结束', en: 'An officer’s term ended' },
    'survey.recorded': { zh: '登记了职工和应建会单位调查', en: 'A survey of workers and employers was recorded' },
};
//# sourceMappingURL=events.js.map