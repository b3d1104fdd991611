import { defineErrors } from '../../kernel/index.js';

export const errors = defineErrors({
  PROVIDER_UNKNOWN: {
    message: { zh: '本区没有这个登录服务。', en: 'No such sign-in provider serves this district.' },
    cure: {
      zh: '使用运维人员在 LIANXIN_OIDC_PROVIDERS 中配置的编号。',
      en: 'Use the id of a provider that the operator has configured in LIANXIN_OIDC_PROVIDERS.',
    },
  },
  GROUP_ROLE_UNFIT: {
    message: { zh: '角色 {role} 不能这样对应群组。', en: 'The role {role} cannot be mapped to a group like this.' },
    cure: {
      zh: '须双因素登录的角色和会员本人的角色只能逐个授予；范围为 subtree 的须给出组织，district 的不得给出。',
      en: 'Roles with a second factor and those of a person are given to accounts one by one; subtree needs an organization, district takes none.',
    },
  },
  GROUP_ROLE_EXISTS: {
    message: { zh: '该群组已对应此角色。', en: 'The group means this role there already.' },
    cure: { zh: '无需重复设定。', en: 'Nothing to do.' },
  },
  PERSON_NOT_CONFIRMED: {
    message: { zh: '无法确认身份。', en: 'The person could not be confirmed.' },
    cure: {
      zh: '核对号码和手机号，或请所属工会发送邀请码；已绑定其他账号的，请工会先解除。',
      en: 'Check both numbers, or ask the union for an invitation code; when another account is bound, have the union undo that first.',
    },
  },
  PERSON_TOO_MANY_TRIES: {
    message: { zh: '尝试次数过多，请 {minutes} 分钟后再试。', en: 'Too many tries; try again in {minutes} minutes.' },
    cure: { zh: '稍后再试，或请所属工会协助。', en: 'Wait, or ask the union for help.' },
    retryable: true,
  },
  ACCOUNT_ALREADY_BOUND: {
    message: { zh: '您的账号已绑定会员。', en: 'Your account is bound to a person already.' },
    cure: { zh: '需要更换时，先解除绑定。', en: 'To change it, undo the binding first.' },
  },
  ACCOUNT_NOT_BOUND: {
    message: { zh: '该账号没有绑定会员。', en: 'The account is not bound to anybody.' },
    cure: { zh: '无需解除。', en: 'Nothing to undo.' },
  },
  ACCOUNT_OF_NO_PERSON: {
    message: { zh: '程序不能绑定会员。', en: 'A program cannot be bound to a person.' },
    cure: { zh: '以本人账号登录。', en: 'Sign in with an account of your own.' },
  },
  PERSON_ALREADY_BOUND: {
    message: { zh: '该会员已绑定账号。', en: 'An account is bound to this member already.' },
    cure: {
      zh: '账号有误时，请管理员解除绑定。',
      en: 'If it is the wrong one, have an administrator undo the binding.',
    },
  },
});
