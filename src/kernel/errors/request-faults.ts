import { defineErrors } from './define.js';

/**
 * Faults of the request itself, found before any service runs. The codes are those that GraphQL servers commonly use;
 * `{reason}` is the finding of the parser, the validation or the coercion, in its own words.
 */
export const requestFaults = defineErrors({
  GRAPHQL_PARSE_FAILED: {
    message: { zh: '查询语句的语法有误：{reason}', en: 'The document cannot be parsed: {reason}' },
    cure: { zh: '按提示的位置改正语法。', en: 'Correct the syntax at the place named.' },
  },
  GRAPHQL_VALIDATION_FAILED: {
    message: { zh: '查询与本区的图不符：{reason}', en: 'The document does not fit your graph: {reason}' },
    cure: {
      zh: '对照 /schema.graphql；本区未启用的模块不在其中。',
      en: 'Compare with /schema.graphql; modules that your district has off are not in it.',
    },
  },
  BAD_USER_INPUT: {
    message: { zh: '变量或参数不合规：{reason}', en: 'A variable or argument does not fit: {reason}' },
    cure: { zh: '改正 path 所指的值。', en: 'Correct the value that path points to.' },
  },
  BAD_REQUEST: {
    message: { zh: '请求的格式有误：{reason}', en: 'The request is not well-formed: {reason}' },
    cure: {
      zh: '发送 JSON 对象 { query, variables, operationName }，并带 content-type: application/json。',
      en: 'Send a JSON object { query, variables, operationName } with content-type: application/json.',
    },
  },
  OPERATION_RESOLUTION_FAILURE: {
    message: { zh: '无法确定要执行哪个操作：{reason}', en: 'It is not clear which operation to run: {reason}' },
    cure: { zh: '用 operationName 指明其中一个。', en: 'Name one of them in operationName.' },
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    message: { zh: '不支持持久化查询：{reason}', en: 'Persisted queries are not supported: {reason}' },
    cure: { zh: '发送完整的查询语句。', en: 'Send the whole document.' },
  },
});
