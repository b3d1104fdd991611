import { defineErrors } from '../errors/define.js';

/** Refusals of changes to settings, beside INVALID_VALUE for a value that does not fit. */
export const settingsErrors = defineErrors({
  SETTING_UNKNOWN: {
    message: { zh: '没有名为 {setting} 的设置。', en: 'There is no setting {setting}.' },
    cure: {
      zh: '按 moduleSettings.schema 中的名称填写；区分大小写。',
      en: 'Write the names as moduleSettings.schema has them; upper and lower case matter.',
    },
  },
  SETTINGS_UNCHANGED: {
    message: {
      zh: '这些值自 {since} 起本已如此，没有改动。',
      en: 'From {since} on these values are in force anyway; nothing would change.',
    },
    cure: { zh: '无需提交；或改为另一个值。', en: 'Nothing is left to do, or give another value.' },
  },
  SETTINGS_DAY_OUT_OF_RANGE: {
    message: {
      zh: '生效日须在 {first} 至 {last} 之间。',
      en: 'Settings can change from a day between {first} and {last}.',
    },
    cure: {
      zh: '过去的设置不可改：决定已据此作出；也不可早于一年以上预定。',
      en: 'What was in force stays on record, because decisions rest on it; plans reach a year ahead.',
    },
  },
  SETTINGS_PLAN_UNFIT: {
    message: {
      zh: '与已预定自 {day} 起的改动不符：{reason}',
      en: 'This does not fit a change planned from {day} on: {reason}',
    },
    cure: {
      zh: '先自 {day} 起改动相关设置，或同时给出相符的值。',
      en: 'Change the settings concerned from {day} on first, or give values that fit them.',
    },
  },
});
