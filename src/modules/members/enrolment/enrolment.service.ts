import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { type CalendarDay, Problems, type RequestContext, writeAudit } from '../../../kernel/index.js';
import { appendFigures, assertMay } from '../../organizations/index.js';
import { errors } from '../errors.js';
import type { EmploymentType, JoinedVia } from '../member/member.type.js';
import { type CheckedPerson, checkPerson, nationalIdIndex, sealPerson, type StatedPerson } from '../member/person.js';
import { assertDay, unionTakingMembers } from '../membership/union.js';
import { type Batch, type EnrolledRow, insertEnrolled, knownIdentities } from './enrolment.repository.js';

/** A person of a list; day and way of joining where they differ from those of the list. */
export interface EnrolledPerson extends StatedPerson {
  readonly employmentType: EmploymentType;
  readonly joinedVia?: JoinedVia;
  readonly since?: CalendarDay;
}

/** People who join one union together. */
export interface Enrolment {
  readonly organizationId: string;
  /** First day of the primary memberships; in the past where an existing roll is taken over. */
  readonly since: CalendarDay;
  readonly via: JoinedVia;
  readonly people: readonly EnrolledPerson[];
  /** Made-up people of the demo. */
  readonly synthetic: boolean;
}

export interface Enrolled {
  /** Stands in every row of the batch and in its audit record. */
  readonly batchId: string;
  readonly count: number;
}

/** Bounds memory and the time of one statement, not the size of a list. */
const CHUNK = 5_000;
/** More problems than anybody reads at once. */
const MAX_PROBLEMS = 50;

/**
 * Collective joining (集体入会): a whole list becomes members of one union, or nobody does. Everything is checked
 * before anything is written; then rows go in set by set, with one audit record (the SHA-256 of the list, its numbers
 * as blind indexes, and its length), one event, and one change of figures per day. Runs in the caller's transaction.
 * Errors: FORBIDDEN, NOT_FOUND, MEMBERSHIP_DATE_*, and per person (`input.people.<index>`) MEMBER_*.
 */
export async function enrolMembers(tx: RequestContext, enrolment: Enrolment): Promise<Enrolled> {
  const { organizationId, synthetic } = enrolment;
  await assertMay(tx, 'membership:decide', organizationId, ['input', 'organizationId']);
  const union = await unionTakingMembers(tx, organizationId, ['input', 'organizationId']);
  const batch: Batch = { id: uuidv7(), organizationId, synthetic };
  if (enrolment.people.length === 0) return { batchId: batch.id, count: 0 };
  for (const day of new Set(enrolment.people.map(({ since }) => since ?? enrolment.since))) {
    assertDay(tx, day, [union.foundedOn], ['input', 'since']);
  }
  const people = checkedList(tx, enrolment);
  await tx.em.flush(); // Whoever was registered singly in this transaction counts as known.
  await refuseKnown(tx, people); // From here on every entry has its index.
  const hash = createHash('sha256');
  const joined = new Map<CalendarDay, number>();
  for (let start = 0; start < people.length; start += CHUNK) {
    const chunk = people.slice(start, start + CHUNK);
    const rows = await Promise.all(chunk.map((entry) => rowOf(tx, entry)));
    await insertEnrolled(tx, batch, rows);
    for (const row of rows) {
      hash.update(`${canonical(row)}\n`);
      joined.set(row.since, (joined.get(row.since) ?? 0) + 1);
    }
  }
  await record(tx, batch, people.length, hash.digest('hex'));
  await appendFigures(
    tx,
    [...joined].map(([day, members]) => ({ organizationId, day, members })),
  );
  return { batchId: batch.id, count: people.length };
}

interface Entry {
  readonly person: CheckedPerson;
  readonly since: CalendarDay;
  readonly via: JoinedVia;
  /** Of the identity number. */
  index?: Buffer;
}

/** Everybody on the list checked, nobody twice. */
function checkedList(tx: RequestContext, enrolment: Enrolment): Entry[] {
  const problems = new Problems();
  const entries: Entry[] = [];
  const seen = new Set<string>();
  let wrong = 0;
  for (const [index, stated] of enrolment.people.entries()) {
    const path = ['input', 'people', String(index)];
    const since = stated.since ?? enrolment.since;
    const person = checkPerson(stated, tx.today, problems, path);
    if (person && seen.has(person.nationalId)) problems.add(errors.MEMBER_DUPLICATE, [...path, 'nationalId']);
    if (!person || seen.has(person.nationalId)) {
      wrong += 1;
      if (wrong >= MAX_PROBLEMS) break;
      continue;
    }
    seen.add(person.nationalId);
    entries.push({ person, since, via: stated.joinedVia ?? enrolment.via });
  }
  problems.throwIfAny();
  return entries;
}

/** Refuses a list with somebody whom the register knows, former members included: they come back one by one. */
async function refuseKnown(tx: RequestContext, people: readonly Entry[]): Promise<void> {
  const problems = new Problems();
  for (let start = 0; start < people.length; start += CHUNK) {
    const chunk = people.slice(start, start + CHUNK);
    const indexes = await Promise.all(chunk.map(({ person }) => nationalIdIndex(tx, person.nationalId)));
    for (const [offset, entry] of chunk.entries()) entry.index = indexes[offset]!;
    const known = await knownIdentities(tx, indexes);
    if (known.size === 0) continue;
    for (const [offset, index] of indexes.entries()) {
      if (!known.has(index.toString('hex'))) continue;
      problems.add(errors.MEMBER_DUPLICATE, ['input', 'people', String(start + offset), 'nationalId']);
    }
  }
  problems.throwIfAny();
}

/** Those of a chunk are made together: their keys take one statement. */
async function rowOf(tx: RequestContext, { person, since, via, index }: Entry): Promise<EnrolledRow> {
  const id = uuidv7();
  const sealed = await sealPerson(tx, id, person, index);
  return {
    id,
    membership_id: uuidv7(),
    name: person.name,
    gender: person.gender,
    birth_date: person.birthDate,
    national_id_sealed: sealed.nationalIdSealed.toString('hex'),
    national_id_index: sealed.nationalIdIndex.toString('hex'),
    phone_sealed: sealed.phoneSealed.toString('hex'),
    phone_index: sealed.phoneIndex.toString('hex'),
    employment_type: person.employmentType,
    occupation: person.occupation,
    joined_via: via,
    since,
  };
}

/**
 * One person in one spelling, so that the same list always has the same hash. Numbers by their keyed indexes: those of a
 * short list could be found by trying, from a hash that no erasure reaches.
 */
function canonical(row: EnrolledRow): string {
  const { name, national_id_index, phone_index, employment_type, occupation, since, joined_via } = row;
  return JSON.stringify([name, national_id_index, phone_index, employment_type, occupation, since, joined_via]);
}

/** One audit record and one event for the whole list; both stand with the union that took the people in. */
async function record(tx: RequestContext, batch: Batch, count: number, sha256: string): Promise<void> {
  const { id: batchId, organizationId } = batch;
  await writeAudit(tx, [
    {
      verb: 'IMPORT',
      entity: 'Member',
      nodeType: 'Organization',
      nodeId: organizationId,
      changes: [
        { field: 'count', after: count },
        { field: 'sha256', after: sha256 },
      ],
      batchId,
    },
  ]);
  await tx.emit('membership.started', { batchId, organizationId, kind: 'PRIMARY', count });
}
