import { defineErrors } from './define.js';

/** Refusals that any part of the graph may answer with. Codes of modules and plugins stand in their own `errors.ts`. */
export const kernelErrors = defineErrors({
  UNAUTHENTICATED: {
    httpStatus: 401,
    message: { zh: '未登录，或令牌无效、已过期。', en: 'Not signed in, or the token is invalid or expired.' },
    cure: {
      zh: '在 Authorization 头中发送有效的 Bearer 令牌。',
      en: 'Send a valid bearer token in the Authorization header.',
    },
  },
  FORBIDDEN: {
    httpStatus: 403,
    message: { zh: '没有权限：{permission}。', en: 'You lack the permission {permission} here.' },
    cure: {
      zh: '请本区管理员在相应组织上授予该权限；用 viewer.can 可事先查询。',
      en: 'Ask a district administrator to grant it on the organization concerned; viewer.can tells beforehand.',
    },
  },
  SECOND_FACTOR_REQUIRED: {
    httpStatus: 403,
    message: {
      zh: '权限 {permission} 须以双因素登录后使用。',
      en: 'The permission {permission} needs a sign-in with a second factor.',
    },
    cure: {
      zh: '以第二因素（如动态口令、证书）重新登录后重试。',
      en: 'Sign in again with a second factor (a one-time code, a certificate) and repeat the request.',
    },
  },
  NOT_FOUND: {
    httpStatus: 404,
    message: { zh: '找不到该对象。', en: 'No such object.' },
    cure: {
      zh: '检查 ID；别的区的、无权查看的和不存在的对象，回答相同。',
      en: 'Check the id; what is elsewhere, not yours to see or not there at all gets the same answer.',
    },
  },
  INVALID_VALUE: {
    message: { zh: '值不合规：{reason}', en: 'This value is not acceptable: {reason}' },
    cure: { zh: '按提示改正该字段。', en: 'Correct the field named by path as the message says.' },
  },
  PAGE_SIZE_REQUIRED: {
    message: {
      zh: '列表 {field} 必须给出 first 或 last 之一（1–100）。',
      en: 'The list {field} needs exactly one of first or last (1–100).',
    },
    cure: { zh: '只传 first 或 last 之一。', en: 'Pass exactly one of first and last.' },
  },
  PAGE_SIZE_OUT_OF_RANGE: {
    message: {
      zh: '列表 {field} 一页为 1–{limit} 条，收到 {size}。',
      en: 'A page of {field} has 1–{limit} entries; {size} were asked for.',
    },
    cure: {
      zh: '减小每页条数，用 after 翻页；需要全部数据请用导出。',
      en: 'Ask for less and page on with after; everything at once is an export.',
    },
  },
  OPERATION_TOO_LARGE: {
    message: {
      zh: '该操作展开片段后有 {fields} 个字段，最多 {limit} 个。',
      en: 'With its fragments written out the operation has {fields} fields; {limit} is the most.',
    },
    cure: { zh: '拆成几个操作，或少用相互嵌套的片段。', en: 'Ask in several operations, or nest fewer fragments.' },
  },
  OPERATION_TOO_MANY_NODES: {
    message: {
      zh: '该操作的列表合计最多可返回 {nodes} 条，上限 {limit} 条。',
      en: 'The lists of this operation may give {nodes} entries together; {limit} is the most.',
    },
    cure: {
      zh: '减小嵌套列表的 first；嵌套的页数相乘。',
      en: 'Ask for smaller pages of nested lists: nested sizes multiply.',
    },
  },
  OPERATION_TOO_DEEP: {
    message: {
      zh: '该操作嵌套 {depth} 层，最多 {limit} 层。',
      en: 'The operation nests {depth} levels; {limit} is the most.',
    },
    cure: { zh: '拆成几个操作。', en: 'Ask in several operations.' },
  },
  INVALID_CURSOR: {
    message: { zh: '游标无效，或属于另一种排序。', en: 'The cursor is invalid or belongs to another ordering.' },
    cure: {
      zh: '使用同一查询的 pageInfo 中的游标。',
      en: 'Use a cursor from pageInfo of the same query and ordering.',
    },
  },
  MALFORMED: {
    message: { zh: '请求中有无法识别的值。', en: 'The request holds a value that cannot be read.' },
    cure: { zh: '检查游标、日期和编号的写法。', en: 'Check how cursors, dates and numbers are written.' },
  },
  STALE_VERSION: {
    message: {
      zh: '该对象已被他人修改（现为第 {current} 版，您基于第 {expected} 版）。',
      en: 'Somebody changed it meanwhile (version {current} now, you had {expected}).',
    },
    cure: { zh: '重新读取后再提交。', en: 'Read it again and repeat your change on the new version.' },
  },
  CONFLICT: {
    message: { zh: '与已有的数据冲突。', en: 'This conflicts with what is already there.' },
    cure: { zh: '检查是否重复提交。', en: 'Check whether the same thing was entered before.' },
  },
  BUSY: {
    httpStatus: 503,
    retryable: true,
    message: { zh: '系统繁忙，请稍后重试。', en: 'The service is busy; please try again shortly.' },
    cure: { zh: '按 Retry-After 等待后重试。', en: 'Wait as Retry-After says and repeat the request.' },
  },
  INTERNAL: {
    httpStatus: 500,
    retryable: true,
    message: {
      zh: '系统内部出错，请凭请求号联系管理员。',
      en: 'Something went wrong inside; quote the request id to the operator.',
    },
    cure: { zh: '稍后重试；持续出现请报告 requestId。', en: 'Try again later; report the requestId when it persists.' },
  },
});
