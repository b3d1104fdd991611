import { defineErrors } from 'lianxin/kernel';

export const errors = defineErrors({
  SAMPLE_PLUGIN_TOO_MANY: {
    message: {
      zh: '该会员未结束的记录已达上限（{limit} 条）。',
      en: 'The member has as many open entries as may be; the limit is {limit}.',
    },
    cure: { zh: '结束旧记录，或由管理员调高 maxOpen。', en: 'Close an older entry, or raise maxOpen.' },
  },
});
