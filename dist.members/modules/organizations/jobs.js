import { foldFigures } from './figures.repository.js';
export const jobs = {
    'fold-figures': {
        title: { zh: '汇总组织数据变动', en: 'Fold changes of figures into dated totals' },
        run: (ctx) => ctx.transaction((tx) => foldFigures(tx)),
    },
};
//# sourceMappingURL=jobs.js.map