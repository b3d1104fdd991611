import type { PluginDefinition } from '../../kernel/index.js';
import { foldFigures } from './figures.repository.js';

export const jobs: NonNullable<PluginDefinition['jobs']> = {
  'fold-figures': {
    title: { zh: '汇总组织数据变动', en: 'Fold changes of figures into dated totals' },
    run: (ctx) => ctx.transaction((tx) => foldFigures(tx)),
  },
};
