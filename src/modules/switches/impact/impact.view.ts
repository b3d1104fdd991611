import { RETENTION_YEARS, type RequestContext, say } from '../../../kernel/index.js';
import type { Impact } from './impact.service.js';
import type { ModuleImpact } from './impact.type.js';

/** How many operations are shown, the latest. */
const MOST_OPERATIONS = 200;

/** An impact as the graph shows it. */
export function shownImpact(ctx: RequestContext, impact: Impact): ModuleImpact {
  const latest = [...impact.operations].sort((a, b) => b.lastUsedAt.getTime() - a.lastUsedAt.getTime());
  return {
    ...impact,
    operations: latest.slice(0, MOST_OPERATIONS).map((use) => ({ ...use, moduleId: use.module })),
    operationsInAll: impact.operations.length,
    jobs: impact.jobs.map((jobs) => ({ ...jobs, title: jobTitle(ctx, jobs.task) })),
    personalData: impact.personalData.map((kept) => ({ ...kept, retentionYears: RETENTION_YEARS[kept.retention] })),
  };
}

/** What the kernel does for a module, without a title of the module's own. */
const HANDLING = { zh: '处理事件', en: 'Handling of events' };

/** The title of `<plugin>:<job>`. */
function jobTitle(ctx: RequestContext, task: string): string {
  const [owner = '', job = ''] = task.split(':');
  return say(ctx.kernel.registry.get(owner)?.jobs?.[job]?.title ?? HANDLING, ctx.locale);
}
