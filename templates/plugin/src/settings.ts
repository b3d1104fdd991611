import { setting, z } from 'lianxin/kernel';

export const settings = z.object({
  maxOpen: setting(z.int().min(1).max(100).default(5), {
    zh: '每名会员未结束记录的上限',
    en: 'Open entries about one member at most',
  }),
});
