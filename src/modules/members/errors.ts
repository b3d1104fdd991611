import { defineErrors } from '../../kernel/index.js';

export const errors = defineErrors({
  MEMBER_NATIONAL_ID_INVALID: {
    message: { zh: '公民身份号码不合规。', en: 'The identity number is not a valid one.' },
    cure: { zh: '与身份证核对，注意校验码。', en: 'Compare with the identity card; the check digit does not fit.' },
  },
  MEMBER_PHONE_INVALID: {
    message: { zh: '手机号不合规。', en: 'The phone number is not a mobile number of mainland China.' },
    cure: { zh: '填写 11 位手机号。', en: 'Give a mobile number of 11 digits.' },
  },
  MEMBER_GENDER_MISMATCH: {
    message: { zh: '性别与公民身份号码不符。', en: 'The gender differs from the identity number.' },
    cure: { zh: '改正其一，或不填性别。', en: 'Correct one of the two, or leave the gender out.' },
  },
  MEMBER_BIRTH_DATE_MISMATCH: {
    message: { zh: '出生日期与公民身份号码不符。', en: 'The birth date differs from the identity number.' },
    cure: { zh: '改正其一，或不填出生日期。', en: 'Correct one of the two, or leave the birth date out.' },
  },
  MEMBER_AGE_UNFIT: {
    message: { zh: '须年满 {age} 周岁。', en: 'The person must be at least {age} years old.' },
    cure: { zh: '年满后再申请。', en: 'Apply when the person has reached that age.' },
  },
  MEMBER_NAME_MISMATCH: {
    message: {
      zh: '该公民身份号码已登记在另一姓名下。',
      en: 'This identity number stands in the register under another name.',
    },
    cure: {
      zh: '核对姓名和号码；改过名的，请带证件到工会更正。',
      en: 'Check name and number; after a change of name, have the union correct the register first.',
    },
  },
  MEMBER_DECEASED: {
    message: { zh: '该人登记为已故。', en: 'The register says that this person has died.' },
    cure: { zh: '核对公民身份号码。', en: 'Check the identity number.' },
  },
  MEMBER_DUPLICATE: {
    message: {
      zh: '该人在名单中重复，或已在会员库中。',
      en: 'This person is twice in the list, or in the register already.',
    },
    cure: {
      zh: '从名单中删去；曾是会员的，请单独申请。',
      en: 'Take the person off the list; somebody who was a member before applies singly.',
    },
  },
  MEMBERSHIP_PRIMARY_EXISTS: {
    message: { zh: '该人已有主会籍。', en: 'This person already has a primary membership.' },
    cure: {
      zh: '换单位请办理转接，加入联合工会请办理二次覆盖。',
      en: 'Transfer the membership, or add a secondary one in a joint union.',
    },
  },
  MEMBERSHIP_APPLICATION_PENDING: {
    message: { zh: '该人已有待审批的入会申请。', en: 'An application of this person is still waiting for a decision.' },
    cure: { zh: '等待审批结果。', en: 'Wait for the decision on it.' },
  },
  MEMBERSHIP_APPLICATION_DECIDED: {
    message: { zh: '该申请已有结果。', en: 'This application has been decided already.' },
    cure: { zh: '重新读取申请。', en: 'Read the application again.' },
  },
  MEMBERSHIP_REASON_REQUIRED: {
    message: { zh: '必须写明理由。', en: 'A reason must be given.' },
    cure: { zh: '填写理由，2–200 字。', en: 'Give a reason of 2 to 200 characters.' },
  },
  MEMBERSHIP_DATE_IN_FUTURE: {
    message: { zh: '日期不能晚于今天（{today}）。', en: 'The day must not be after today ({today}).' },
    cure: { zh: '填写今天或更早的日期。', en: 'Give today or an earlier day.' },
  },
  MEMBERSHIP_DATE_TOO_EARLY: {
    message: { zh: '日期不能早于 {earliest}。', en: 'The day must not be before {earliest}.' },
    cure: { zh: '填写该日或之后的日期。', en: 'Give that day or a later one.' },
  },
  MEMBERSHIP_NOT_ACTIVE: {
    message: { zh: '该人没有有效的主会籍。', en: 'This person has no primary membership in force.' },
    cure: { zh: '请先入会。', en: 'The person has to join first.' },
  },
  MEMBERSHIP_ENDED: {
    message: { zh: '该会籍已终止。', en: 'This membership has ended already.' },
    cure: { zh: '重新读取会籍。', en: 'Read the memberships again.' },
  },
  MEMBERSHIP_SAME_ORGANIZATION: {
    message: { zh: '该人已属于这个工会。', en: 'The person belongs to this union already.' },
    cure: { zh: '选择另一个工会。', en: 'Choose another union.' },
  },
  MEMBERSHIP_ORGANIZATION_UNFIT: {
    message: { zh: '该组织现在不能接收会员。', en: 'This organization does not take members at present.' },
    cure: {
      zh: '选择已成立的基层工会、联合工会，或先加入街镇总工会（体外入会）。',
      en: 'Choose an enterprise union or joint union that is founded, or join the hub first.',
    },
  },
  MEMBERSHIP_JOINT_UNION_REQUIRED: {
    message: { zh: '二次覆盖只能由联合工会提供。', en: 'Second coverage is given by joint unions only.' },
    cure: { zh: '选择一个联合工会。', en: 'Choose a joint union.' },
  },
  MEMBERSHIP_REASON_UNFIT: {
    message: { zh: '该终止原因不适用于这类会籍。', en: 'This reason does not fit a membership of this kind.' },
    cure: {
      zh: '主会籍：离会、退休、去世、转出本区；二次覆盖：离会、覆盖结束。',
      en: 'A primary one ends by LEFT, RETIRED, DECEASED or TRANSFERRED_OUT, a secondary one by LEFT or COVERAGE_ENDED.',
    },
  },
});
