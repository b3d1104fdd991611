import { defineErrors } from '../../kernel/index.js';

export const errors = defineErrors({
  EXPORT_LIST_UNKNOWN: {
    message: { zh: '没有可导出的名单 {list}，可用：{lists}。', en: 'There is no list {list}; there are: {lists}.' },
    cure: { zh: '用 exportLists 查询可导出的名单。', en: 'Ask exportLists which lists there are.' },
  },
  EXPORT_NEEDS_ACCOUNT: {
    message: {
      zh: '导出须由已登录的人申请和审批，不能以密钥单独进行。',
      en: 'Exports are asked for and approved by people who are signed in, not by a key alone.',
    },
    cure: { zh: '以本人账号登录后操作。', en: 'Sign in with an account of your own.' },
  },
  EXPORT_OWN_REQUEST: {
    message: { zh: '不能审批自己申请的导出。', en: 'Nobody decides on an export of their own.' },
    cure: { zh: '请另一位有 export:approve 权限的人审批。', en: 'Let a second person with export:approve decide.' },
  },
  EXPORT_NOT_AWAITING: {
    message: { zh: '该导出不在等待审批。', en: 'This export is not waiting for a decision.' },
    cure: { zh: '重新读取该导出。', en: 'Read it again.' },
  },
  EXPORT_REASON_REQUIRED: {
    message: { zh: '须写明不批准的理由，2–200 字。', en: 'A rejection needs a reason of 2 to 200 characters.' },
    cure: { zh: '填写理由。', en: 'Give a reason.' },
  },
});
