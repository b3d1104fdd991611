import { defineErrors } from '../../kernel/index.js';

export const errors = defineErrors({
  PERSONAL_DATA_FIELD_UNKNOWN: {
    message: { zh: '字段 {field} 没有可查看的原值。', en: 'The field {field} has no full value to be seen.' },
    cure: {
      zh: '使用掩码显示的字段，如 Member 的 phone。',
      en: 'Name a field shown masked, such as phone of a Member.',
    },
  },
  PERSONAL_DATA_REASON_REQUIRED: {
    message: { zh: '必须写明理由。', en: 'A reason must be given.' },
    cure: { zh: '填写理由，2–200 字。', en: 'Give a reason of 2 to 200 characters.' },
  },
  PERSONAL_DATA_LIMIT_REACHED: {
    retryable: true,
    message: {
      zh: '该账号一小时内查看原值已达上限（{limit} 次）。',
      en: 'The account has seen as many full values as it may within an hour ({limit}).',
    },
    cure: {
      zh: '稍后再试；确有需要，请管理员调高 unmaskingsPerHour。',
      en: 'Try again later; where the work needs it, have unmaskingsPerHour raised.',
    },
  },
  PERSONAL_DATA_ERASED: {
    message: { zh: '该人的数据已删除。', en: 'The data of this person has been erased.' },
    cure: { zh: '无法恢复。', en: 'It cannot be brought back.' },
  },
  CONSENT_PURPOSE_UNKNOWN: {
    message: { zh: '没有需同意的用途 {purpose}。', en: 'There is no purpose {purpose} to consent to.' },
    cure: { zh: '使用 consentPurposes 列出的用途。', en: 'Use a purpose that consentPurposes lists.' },
  },
  CONSENT_VERSION_OUTDATED: {
    message: { zh: '同意文本已更新为第 {version} 版。', en: 'The text to consent to is now in version {version}.' },
    cure: { zh: '向本人展示现行文本后重新提交。', en: 'Show the text in force to the person and send its version.' },
  },
  CONSENT_MISSING: {
    message: { zh: '该人未同意用途 {purpose}。', en: 'The person has not consented to the purpose {purpose}.' },
    cure: { zh: '先取得本人对现行文本的同意。', en: 'Obtain the person’s consent to the text in force first.' },
  },
  ERASURE_MEMBERSHIP_IN_FORCE: {
    message: { zh: '该人会籍仍然有效，不能删除。', en: 'A membership of this person is in force; the data is needed.' },
    cure: { zh: '会籍终止后再申请。', en: 'Ask again once the membership has ended.' },
  },
  ERASURE_APPLICATION_PENDING: {
    message: { zh: '该人有待审批的入会申请，不能删除。', en: 'An application of this person waits for a decision.' },
    cure: { zh: '审批之后再申请。', en: 'Ask again once it has been decided.' },
  },
  ERASURE_ASKED_ALREADY: {
    message: { zh: '该人已有未办结的删除申请。', en: 'The erasure of this person has been asked for already.' },
    cure: { zh: '等待批准或到期。', en: 'Wait until it is approved or due.' },
  },
  ERASURE_SECOND_PERSON_REQUIRED: {
    message: { zh: '须由申请人以外的人批准。', en: 'Somebody other than the person who asked must approve.' },
    cure: { zh: '请另一名有权限的人批准。', en: 'Have another holder of the permission approve it.' },
  },
  ERASURE_DECIDED: {
    message: { zh: '该删除申请已办结。', en: 'This request for erasure has been decided already.' },
    cure: { zh: '重新读取申请。', en: 'Read the request again.' },
  },
});
