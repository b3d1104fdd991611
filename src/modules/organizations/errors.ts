import { defineErrors } from '../../kernel/index.js';

export const errors = defineErrors({
  ORGANIZATION_CYCLE: {
    message: { zh: '不能移到自己或自己的下级之下。', en: 'A body cannot be moved below itself or one of its own.' },
    cure: { zh: '选择该组织子树以外的上级。', en: 'Choose a parent outside the subtree that moves.' },
  },
  ORGANIZATION_ROOT_EXISTS: {
    message: {
      zh: '本区已有最高一级组织，新组织必须有上级。',
      en: 'The district has its top body; this one needs a parent.',
    },
    cure: { zh: '填写 parentId。', en: 'Give parentId.' },
  },
  ORGANIZATION_ROOT_FIXED: {
    message: { zh: '本区最高一级组织不能移动或撤销。', en: 'The top body of a district cannot be moved or ended.' },
    cure: { zh: '移动它的下级。', en: 'Move the bodies below it instead.' },
  },
  ORGANIZATION_ENDED: {
    message: { zh: '该组织已撤销或合并。', en: 'This body has been dissolved or merged.' },
    cure: { zh: '选择仍存在的组织。', en: 'Choose a body that still exists.' },
  },
  ORGANIZATION_LEVEL_ORDER: {
    message: {
      zh: '{level}、{type} 的组织不能设在 {parentLevel}、{parentType} 的组织之下。',
      en: 'A body of {level} and {type} cannot lie below one of {parentLevel} and {parentType}.',
    },
    cure: {
      zh: '下级的层级和四型不得高于上级；区级统筹型只能是最高一级。',
      en: 'Neither level nor type may be higher than the parent’s; the coordinating body has no parent.',
    },
  },
  ORGANIZATION_TYPE_MISMATCH: {
    message: { zh: '种类为 {kind} 的组织不能是 {place}。', en: 'A body of kind {kind} cannot be {place}.' },
    cure: {
      zh: '省略 type 和 level 即按种类推定；没有上级的只有区级总工会，其他组织须给出上级。',
      en: 'Leave type and level out: they follow from the kind. Only the top federation has no parent; name one for any other body.',
    },
  },
  ORGANIZATION_JOINT_KIND: {
    message: {
      zh: '联合工会必须填写 jointUnionKind，其他组织不得填写。',
      en: 'A joint union needs jointUnionKind; no other body has one.',
    },
    cure: { zh: '按组织种类填写或省略。', en: 'Give it for JOINT_UNION, leave it out otherwise.' },
  },
  ORGANIZATION_CODE_INVALID: {
    message: {
      zh: '编号须为 3–32 位大写字母、数字或连字符。',
      en: 'A code has 3–32 capital letters, digits or hyphens.',
    },
    cure: { zh: '改正编号。', en: 'Correct the code.' },
  },
  ORGANIZATION_CODE_TAKEN: {
    message: { zh: '编号 {code} 已被使用。', en: 'The code {code} is taken.' },
    cure: { zh: '换一个编号，或查找已有的组织。', en: 'Choose another, or look up the body that has it.' },
  },
  ORGANIZATION_NAME_INVALID: {
    message: { zh: '名称须为 {min}–{max} 个字。', en: 'A name has {min}–{max} characters.' },
    cure: { zh: '改正名称。', en: 'Correct the name.' },
  },
  ORGANIZATION_CREDIT_CODE_INVALID: {
    message: {
      zh: '统一社会信用代码不合规（{reason}）。',
      en: 'The unified social credit code does not hold ({reason}).',
    },
    cure: {
      zh: '与证照核对：18 位，末位为校验码。',
      en: 'Compare with the licence: 18 characters, the last one is a check character.',
    },
  },
  ORGANIZATION_CREDIT_CODE_TAKEN: {
    message: { zh: '该统一社会信用代码已属于其他组织。', en: 'Another body has this credit code.' },
    cure: { zh: '核对代码。', en: 'Compare the code with the certificate.' },
  },
  ORGANIZATION_DATE_IN_FUTURE: {
    message: { zh: '日期 {day} 在将来。', en: 'The day {day} lies in the future.' },
    cure: { zh: '填写今天或以前的日期。', en: 'Give today or a day before.' },
  },
  ORGANIZATION_DATE_ORDER: {
    message: {
      zh: '结束日期 {until} 须晚于开始日期 {since}。',
      en: 'The end {until} must come after the start {since}.',
    },
    cure: { zh: '改正日期；结束日当天已不再有效。', en: 'Correct the days; what ends on a day is over on that day.' },
  },
  ORGANIZATION_FOUNDING_DATE: {
    message: {
      zh: '已建会的组织须有建会日期，未建会的不得有。',
      en: 'A founded body needs its founding date; one not yet founded has none.',
    },
    cure: { zh: '按状态填写或省略 foundedOn。', en: 'Give foundedOn with FOUNDED and leave it out before.' },
  },
  ORGANIZATION_END_DATE: {
    message: {
      zh: '撤销或合并须有日期，其他状态不得有。',
      en: 'Dissolving or merging needs a date; no other status has one.',
    },
    cure: { zh: '按状态填写或省略 endedOn。', en: 'Give endedOn with DISSOLVED or MERGED, leave it out otherwise.' },
  },
  ORGANIZATION_STATUS_ORDER: {
    message: { zh: '状态不能从 {from} 变为 {to}。', en: 'A body cannot go from {from} to {to}.' },
    cure: {
      zh: '顺序为：申请、筹建、建会、待换届，最后撤销或合并。',
      en: 'The order is applied, preparing, founded, re-election due, and in the end dissolved or merged.',
    },
  },
  ORGANIZATION_HAS_MEMBERS: {
    message: {
      zh: '仍有 {members} 名会员（含二次覆盖），不能撤销或合并。',
      en: 'It still has {members} members, second coverage included; it cannot end.',
    },
    cure: { zh: '先转移会员或终止会籍。', en: 'Transfer the members or end their memberships first.' },
  },
  ORGANIZATION_HAS_CHILDREN: {
    message: { zh: '仍有下级组织，不能撤销或合并。', en: 'There are still bodies below it; it cannot end.' },
    cure: { zh: '先移动或撤销下级。', en: 'Move or end the bodies below it first.' },
  },
  OFFICER_CHAIR_TAKEN: {
    message: { zh: '同一时期已有主席。', en: 'There is a chair at that time already.' },
    cure: { zh: '先结束现任主席的任期。', en: 'End the term of the present chair first.' },
  },
  OFFICER_TERM_ENDED: {
    message: { zh: '任期已结束。', en: 'This term has ended.' },
    cure: { zh: '无需再结束。', en: 'There is nothing left to end.' },
  },
  UNIT_ALREADY_COVERED: {
    message: { zh: '该组织已覆盖信用代码为 {creditCode} 的单位。', en: 'This union covers {creditCode} already.' },
    cure: { zh: '使用已有的记录。', en: 'Use the record that is there.' },
  },
  UNIT_COVER_ENDED: {
    message: { zh: '覆盖关系已结束。', en: 'This cover has ended.' },
    cure: { zh: '无需再结束。', en: 'There is nothing left to end.' },
  },
  SURVEY_FIGURE_INVALID: {
    message: { zh: '人数、单位数须为 0–{max}。', en: 'Numbers of workers and units lie between 0 and {max}.' },
    cure: { zh: '改正数字。', en: 'Correct the number.' },
  },
});
