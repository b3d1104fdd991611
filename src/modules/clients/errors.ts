import { defineErrors } from '../../kernel/index.js';

export const errors = defineErrors({
  CLIENT_SCOPE_UNKNOWN: {
    message: { zh: '没有权限 {scope}。', en: 'There is no permission {scope}.' },
    cure: { zh: '使用已安装模块声明的权限。', en: 'Use permissions that installed modules declare.' },
  },
  CLIENT_SCOPE_NOT_YOURS: {
    message: {
      zh: '您在全区没有权限 {scope}，不能以密钥交给应用。',
      en: 'You do not hold {scope} on the whole district, hence cannot hand it to a program with a key.',
    },
    cure: {
      zh: '从应用的范围中去掉该权限，或请持有者发放密钥。',
      en: 'Take it out of the client’s scopes, or let somebody who holds it issue the key.',
    },
  },
  CLIENT_SCOPE_NEEDS_PERSON: {
    message: {
      zh: '权限 {scope} 只属于须双因素登录的角色，密钥不能单独使用。',
      en: 'Only roles with a second factor hold {scope}; a key alone cannot.',
    },
    cure: {
      zh: '去掉该权限，或让应用代表已登录的人操作。',
      en: 'Take it out of the scopes, or let the client act for somebody who is signed in.',
    },
  },
  CLIENT_ADDRESS_INVALID: {
    message: { zh: '地址不合规：{address}。', en: 'This is neither an address nor a network: {address}.' },
    cure: {
      zh: '填写 IPv4、IPv6 地址或网段，如 203.0.113.7、10.0.0.0/8。',
      en: 'Give IPv4 or IPv6 addresses or networks, such as 203.0.113.7 or 10.0.0.0/8.',
    },
  },
  CLIENT_SIGNING_KEY_INVALID: {
    message: { zh: '签名公钥不合规。', en: 'The signing key cannot be used.' },
    cure: {
      zh: '提供 Ed25519（OKP）或 P-256（EC）公钥的 JWK，不得含私钥部分 d。',
      en: 'Give a public JWK, Ed25519 (OKP) or P-256 (EC), without the private part d.',
    },
  },
  CLIENT_EXTERNAL_ID_TAKEN: {
    message: { zh: '该外部应用编号已登记。', en: 'A client with this external id is registered already.' },
    cure: { zh: '使用已登记的应用。', en: 'Use the client that is registered.' },
  },
  CLIENT_KEY_EXPIRY_INVALID: {
    message: {
      zh: '密钥到期时间须在今后 {days} 天之内。',
      en: 'A key must end in the future, within {days} days.',
    },
    cure: { zh: '不填则用最长期限。', en: 'Leave it out for the longest time allowed.' },
  },
  CLIENT_TOO_MANY_KEYS: {
    message: { zh: '一个应用同时最多 {limit} 个有效密钥。', en: 'A client has at most {limit} keys in force at once.' },
    cure: { zh: '先吊销不再使用的密钥。', en: 'Revoke the keys that are not used any more.' },
  },
  CLIENT_SUSPENDED: {
    message: { zh: '该应用已停用。', en: 'The client is suspended.' },
    cure: { zh: '先恢复该应用。', en: 'Let it act again first.' },
  },
  CLIENT_NOT_FOR_CONSENT: {
    message: {
      zh: '该应用属于本会，无须同意。',
      en: 'The client is the federation’s own; it needs no consent.',
    },
    cure: { zh: '无需操作。', en: 'Nothing to do.' },
  },
  CLIENT_SCOPE_NOT_ASKED: {
    message: { zh: '该应用没有申请权限 {scope}。', en: 'The client does not ask for {scope}.' },
    cure: { zh: '只同意 clientAccess 所列权限。', en: 'Allow only what clientAccess lists.' },
  },
  CLIENT_CONSENT_EXPIRY_INVALID: {
    message: { zh: '同意的到期时间须在今后。', en: 'Consent must end in the future.' },
    cure: { zh: '不填则直到撤回。', en: 'Leave it out for consent until it is withdrawn.' },
  },
  CLIENT_MAY_NOT_CONSENT: {
    message: {
      zh: '同意只能由本人作出，不能通过第三方应用或密钥。',
      en: 'Consent is given in person: not through a third party’s program, and not with a key.',
    },
    cure: {
      zh: '在本会的应用中登录后操作。',
      en: 'Sign in with an application of the federation.',
    },
  },
});
