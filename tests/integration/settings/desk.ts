import { addDays, businessDay } from '../../../src/kernel/index.js';
import type { Client } from '../../../src/testing/client.js';

export const today = businessDay(new Date());
/** The day so many days from today. */
export const later = (days: number) => addDays(today, days);

export const CHANGE = `mutation ($input: ChangeModuleSettingsInput!) { changeModuleSettings(input: $input) {
  settings { moduleId on values version } change { id since changes reason changedBy moduleId revertsTo { id } }
  userErrors { code message path retryable details }
} }`;
export const REVERT = CHANGE.replace('ChangeModule', 'RevertModule').replace('changeModule', 'revertModule');
const READ = `query ($moduleId: ID!, $on: Date) { moduleSettings(moduleId: $moduleId, on: $on) {
  moduleId title on values version planned { since changes reason }
  history(first: 50) { totalCount nodes { id since changes reason changedBy changedAt revertsTo { id } } }
} }`;

/** The settings of a module as forms see them; null where the module does not exist for the caller. */
export async function read(client: Client, moduleId: string, on?: string) {
  return (await client.query(READ, { moduleId, on })).moduleSettings;
}

/** Changes settings on the version that is there, from so many days from today on. */
export async function change(client: Client, moduleId: string, values: object, days = 0) {
  const { version } = await read(client, moduleId);
  const input = { moduleId, values, since: later(days), reason: '测试', expectedVersion: version };
  return client.mutate(CHANGE, { input });
}

/** The refusal of a change on the version that is there. */
export async function refused(
  client: Client,
  moduleId: string,
  values: object,
  more: object = {},
  locale: 'zh-CN' | 'en' = 'en',
) {
  const { version } = await read(client, moduleId);
  const input = { moduleId, values, since: today, reason: '测试', expectedVersion: version, ...more };
  const errors = await client.refused(CHANGE, { input }, { locale });
  return errors.map(({ code, path, message }) => ({ code, path: path.join('.'), message }));
}
