import { z } from 'zod';
import { setting } from '../../../src/kernel/index.js';
import { brokenPlugin } from '../../fixtures/plugins/broken/broken-plugin.js';

const paces = { SLOW: { zh: '慢', en: 'Slow' }, FAST: { zh: '快', en: 'Fast' } };
const label = (zh: string, en: string) => ({ zh, en });

/** Settings of every form that the graph shows. */
export const lending = brokenPlugin('book-lending', {
  title: { zh: '借书', en: 'Book lending' },
  settings: z
    .object({
      least: setting(z.int().min(0).max(100).default(1), label('至少', 'At least')),
      most: setting(z.int().min(0).max(100).default(10), label('至多', 'At most')),
      fine: setting(z.number().min(0).max(9.5).default(0.5), label('罚金', 'Fine'), { unit: label('元', 'yuan') }),
      open: setting(z.boolean().default(true), label('开放', 'Open')),
      pace: setting(z.enum(['SLOW', 'FAST']).default('SLOW'), label('快慢', 'Pace'), { values: paces }),
      paces: setting(
        z
          .array(z.enum(['SLOW', 'FAST']))
          .max(2)
          .default([]),
        label('可选快慢', 'Paces'),
        { values: paces },
      ),
      closedFrom: setting(z.iso.date().nullable().default(null), label('闭馆日', 'Closed from')),
      shelves: setting(z.record(z.string(), z.int().min(0).max(9)).default({}), label('书架', 'Shelves')),
      hours: setting(
        z
          .object({
            from: setting(z.int().min(0).max(24).default(8), label('开门', 'Opens')),
            until: setting(z.int().min(0).max(24).default(18), label('关门', 'Closes')),
          })
          .prefault({}),
        label('时间', 'Hours'),
      ),
      code: setting(
        z
          .string()
          .trim()
          .regex(/^[A-Z]{2}$/)
          .default('AA'),
        label('馆号', 'Code'),
      ),
    })
    .refine(({ least, most }) => least <= most, {
      path: ['most'],
      params: { reason: label('不得少于至少数', 'must not be less than the least') },
    }),
});
