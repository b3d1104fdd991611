import { defineErrors } from '../../kernel/index.js';

export const errors = defineErrors({
  MODULE_LOCKED: {
    message: {
      zh: '模块 {module} 自 {since} 起由 {decidedBy} 锁定为 {lock}。',
      en: 'From {since} on the module {module} is fixed {lock} by {decidedBy}.',
    },
    cure: {
      zh: '请市级解除对该模块的锁定，或选择该日之前的日期。',
      en: 'Ask the level above to free that module, or choose a day on which it is free.',
    },
  },
  MODULE_DATE_OUT_OF_RANGE: {
    message: { zh: '日期须在 {from} 至 {until} 之间。', en: 'The day must lie between {from} and {until}.' },
    cure: {
      zh: '过去的日子不能改写；计划最多提前一年。',
      en: 'Days that are over cannot be changed; plans reach one year ahead.',
    },
  },
  MODULE_IMPACT_UNCONFIRMED: {
    message: {
      zh: '停用模块 {module} 会影响 {entries} 项，尚未确认，或确认后又有变化。',
      en: 'Switching {module} off concerns {entries} things; this was not confirmed, or they have changed since.',
    },
    cure: {
      zh: '用 moduleImpact 查看清单，并把其中的 confirmation 一并提交。',
      en: 'Look at moduleImpact and send the confirmation that it answers.',
    },
  },
  MODULE_STANDS_ASIDE: {
    message: {
      zh: '{hub} 自 {since} 起不参加模块 {module} 的工作，不能在此新办。',
      en: 'Since {since} {hub} stands aside from {module}; nothing new can be begun there.',
    },
    cure: {
      zh: '已开始的可继续办完；新办请到参加的街镇，或由该街镇恢复参加。',
      en: 'What has begun is finished; begin new cases elsewhere, or let the hub take part again.',
    },
  },
  MODULE_STAND_ASIDE_NOT_HUB: {
    message: {
      zh: '只有街道、镇、园区一级的组织可以决定是否参加。',
      en: 'Only a body at the level of sub-districts, towns and zones decides whether it takes part.',
    },
    cure: { zh: '选择该组织上面的街镇。', en: 'Choose the hub above it.' },
  },
});
