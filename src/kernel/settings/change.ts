import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { SYSTEM_PRINCIPAL_ID } from '../access/system-principal.js';
import type { RequestContext } from '../context.js';
import { lockFor } from '../database/locks.js';
import { kernelErrors } from '../errors/kernel-errors.js';
import { Problems, refuse } from '../errors/refusal.js';
import { type FieldChange, writeAudit } from '../events/audit.js';
import { checkLine } from '../identity/plain-line.js';
import { addDays } from '../time/business-day.js';
import { settingsErrors } from './errors.js';
import { bestFit, checkFit } from './fitting.js';
import { type DatedChange, daysFrom, inForceOn, type SettingValues } from './fold.js';
import type { SettingsOwner } from './setting.js';

/** A plan further ahead is a slip of the pen. */
const MAX_DAYS_AHEAD = 366;
const REASON = { min: 2, max: 200 };
/** Of one change, as JSON. */
const MAX_CHARACTERS = 20_000;
/** Of a name that nobody knows, as much is repeated. */
const NAME_SHOWN = 60;

/** From when on settings change, and why; the reason stays on record for good and names no person. */
export interface SettingsDecision {
  /** Today by default. */
  readonly since?: string;
  readonly reason: string;
  /** Number of changes that the caller has seen; whoever decides without having looked gives none. */
  readonly expectedVersion?: number;
}

interface StoredChange extends DatedChange {
  readonly id: string;
}

/**
 * Changes some settings of a module from a day on; what was in force before stays on record. The settings are checked as
 * a whole on that day and on each later day for which a change is planned. Returns the local id of the change.
 * Errors: SETTING_UNKNOWN, INVALID_VALUE and SETTINGS_PLAN_UNFIT at `input.values.<setting>`, SETTINGS_UNCHANGED,
 * SETTINGS_DAY_OUT_OF_RANGE, STALE_VERSION.
 */
export async function changeSettings<Shape extends z.ZodObject>(
  ctx: RequestContext,
  owner: SettingsOwner<Shape>,
  values: Partial<z.input<Shape>>,
  decision: SettingsDecision,
): Promise<string> {
  const problems = new Problems();
  const { since, reason } = checkDecision(ctx, problems, decision);
  const known = knownNames(problems, owner, values);
  return decide(ctx, owner, problems, decision, async (tx, before) => {
    const path = ['input', 'values'];
    const given = { since, changes: known };
    const outdated = outdatedOn(owner, before, given);
    const whole = wholeOn(tx, problems, owner, [...before, given], since, path, outdated);
    problems.throwIfAny();
    return record(tx, owner, before, { since, reason, changes: pick(whole, known), path, revertsTo: null });
  });
}

/**
 * Brings back, from a day on, all settings of a module as they were right after one of its changes; plans for later days
 * end with it. Returns the local id of the new change. Errors: NOT_FOUND, and those of {@link changeSettings}.
 */
export async function revertSettings(
  ctx: RequestContext,
  owner: SettingsOwner,
  to: string,
  decision: SettingsDecision,
): Promise<string> {
  const problems = new Problems();
  const { since, reason } = checkDecision(ctx, problems, decision);
  return decide(ctx, owner, problems, decision, async (tx, before) => {
    const path = ['input', 'toSettingsChangeId'];
    const at = before.findIndex(({ id }) => id === to);
    if (at < 0) problems.add(kernelErrors.NOT_FOUND, path);
    const changes = at < 0 ? {} : wholeOn(tx, problems, owner, before.slice(0, at + 1), before[at]!.since, path);
    problems.throwIfAny();
    return record(tx, owner, before, { since, reason, changes, path, revertsTo: to });
  });
}

function checkDecision(
  ctx: RequestContext,
  problems: Problems,
  { since = ctx.today, reason }: SettingsDecision,
): { since: string; reason: string } {
  const line = checkLine(problems, ['input', 'reason'], reason, REASON);
  const last = addDays(ctx.today, MAX_DAYS_AHEAD);
  if (since < ctx.today || since > last) {
    problems.add(settingsErrors.SETTINGS_DAY_OUT_OF_RANGE, ['input', 'since'], { first: ctx.today, last });
  }
  return { since, reason: line };
}

/** The values of settings that there are; adds SETTING_UNKNOWN for each of the others. */
function knownNames(problems: Problems, { settings }: SettingsOwner, values: SettingValues): SettingValues {
  const isKnown = (key: string) => Object.hasOwn(settings.shape, key);
  for (const key of Object.keys(values)) {
    if (isKnown(key)) continue;
    const name = key.slice(0, NAME_SHOWN);
    problems.add(settingsErrors.SETTING_UNKNOWN, ['input', 'values', name], { setting: name });
  }
  return Object.fromEntries(Object.entries(values).filter(([key]) => isKnown(key)));
}

/** Of two changes at once, the second must have seen the first: it is checked together with it. */
async function decide(
  ctx: RequestContext,
  { id: module }: SettingsOwner,
  problems: Problems,
  { expectedVersion }: SettingsDecision,
  work: (tx: RequestContext, before: readonly StoredChange[]) => Promise<string>,
): Promise<string> {
  return ctx.transaction(async (tx) => {
    await lockFor(tx, `settings:${module}`);
    const { rows } = await sql<StoredChange>`
      select id, since::text, changes from module_settings where module = ${module} order by number
    `.execute(tx.sql);
    if (expectedVersion !== undefined) checkVersion(problems, rows.length, expectedVersion);
    return work(tx, rows);
  });
}

/** Adds STALE_VERSION unless the caller has seen all changes. */
function checkVersion(problems: Problems, current: number, expected: number): void {
  if (current === expected) return;
  problems.add(kernelErrors.STALE_VERSION, ['input', 'expectedVersion'], { current, expected });
}

/** Settings that on a day count as not set, because the module no longer allows what is stored; a change sets its own. */
function outdatedOn(
  owner: SettingsOwner,
  before: readonly DatedChange[],
  { since, changes }: DatedChange,
  day = since,
): string[] {
  return bestFit(owner, inForceOn(before, day)).unfit.filter((key) => !Object.hasOwn(changes, key));
}

/**
 * All settings on a day, those that are outdated by their defaults: whoever changes another one need not mend them.
 * Adds INVALID_VALUE, or SETTINGS_PLAN_UNFIT for a day of a plan, per setting at fault, and answers nothing of use then.
 */
function wholeOn(
  tx: RequestContext,
  problems: Problems,
  owner: SettingsOwner,
  changes: readonly DatedChange[],
  day: string,
  path: readonly string[],
  outdated: readonly string[] = [],
  planned = false,
): SettingValues {
  const stored = inForceOn(changes, day);
  const fit = checkFit(owner, stored, tx.locale);
  if (fit.fits) return fit.values;
  const present = Object.fromEntries(Object.entries(stored).filter(([key]) => !outdated.includes(key)));
  const rest = checkFit(owner, present, tx.locale);
  // Only where the district will be told the same when it asks.
  if (rest.fits && isDeepStrictEqual(bestFit(owner, stored).values, rest.values)) return rest.values;
  for (const { path: inside, reason } of fit.issues) {
    const error = planned ? settingsErrors.SETTINGS_PLAN_UNFIT : kernelErrors.INVALID_VALUE;
    // A revert names no values: there the setting at fault stands in the reason.
    const [at, why] = path[1] === 'values' ? [[...path, ...inside], reason] : [path, `${inside.join('.')}: ${reason}`];
    problems.add(error, at, planned ? { day, reason: why } : { reason: why });
  }
  return {};
}

function pick(values: SettingValues, wanted: SettingValues): SettingValues {
  return Object.fromEntries(Object.keys(wanted).map((key) => [key, values[key]]));
}

interface NewChange extends DatedChange {
  readonly reason: string;
  readonly path: readonly string[];
  readonly revertsTo: string | null;
}

/** Writes down what really changes, on the day or on a later one that is planned, with its audit record. */
async function record(
  tx: RequestContext,
  owner: SettingsOwner,
  before: readonly StoredChange[],
  { since, reason, changes: wanted, path, revertsTo }: NewChange,
): Promise<string> {
  const days = daysFrom(before, since);
  const was = days.map((day) => bestFit(owner, inForceOn(before, day)));
  // As it will be read: JSON has no -0.
  const stored = Object.entries(JSON.parse(JSON.stringify(wanted)) as SettingValues);
  const changes = Object.fromEntries(
    stored.filter(([key, value]) =>
      was.some(({ values, unfit }) => unfit.includes(key) || !isDeepStrictEqual(values[key], value)),
    ),
  );
  if (Object.keys(changes).length === 0) {
    throw refuse(settingsErrors.SETTINGS_UNCHANGED, { path, details: { since } });
  }
  const text = JSON.stringify(changes);
  if (text.length > MAX_CHARACTERS) {
    throw refuse(kernelErrors.INVALID_VALUE, { path, details: { reason: `JSON > ${MAX_CHARACTERS}` } });
  }
  const change = { since, changes };
  const problems = new Problems();
  for (const day of days.slice(1)) {
    wholeOn(tx, problems, owner, [...before, change], day, path, outdatedOn(owner, before, change, day), true);
  }
  problems.throwIfAny();
  const id = uuidv7();
  await sql`
    insert into module_settings (id, module, since, changes, reason, changed_at, changed_by, reverts_to)
    values (${id}, ${owner.id}, ${since}, ${text}::jsonb, ${reason}, clock_timestamp(),
            ${tx.principal?.id ?? SYSTEM_PRINCIPAL_ID}::uuid, ${revertsTo}::uuid)
  `.execute(tx.sql);
  const differences: FieldChange[] = Object.entries(changes).map(([field, after]) => ({
    field,
    before: was[0]!.values[field],
    after,
  }));
  await writeAudit(tx, [
    {
      verb: 'UPDATE',
      entity: `Settings:${owner.id}`,
      nodeType: 'Module',
      nodeId: id,
      changes: [...differences, { field: 'since', after: since }, { field: 'reason', after: reason }],
    },
  ]);
  return id;
}
