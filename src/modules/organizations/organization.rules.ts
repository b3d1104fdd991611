import { checkLine, compare, kernelErrors, parseCreditCode, plainLine, type Problems } from '../../kernel/index.js';
import { errors } from './errors.js';
import type { FigureDelta } from './figures.repository.js';
import type { OrganizationRow } from './organization.entity.js';
import type {
  OrganizationKind,
  OrganizationLevel,
  OrganizationStatus,
  OrganizationType,
} from './organization.enums.js';

type Place = { readonly type: OrganizationType; readonly level: OrganizationLevel };

/**
 * Types and levels that each kind can have, the usual one first. Source: domain.md section 1 (four types, small three
 * levels). A joint union of a whole industry may work at district level.
 */
const PLACES: Readonly<Record<OrganizationKind, readonly Place[]>> = {
  FEDERATION: [
    { type: 'HUB', level: 'SUBDISTRICT' },
    { type: 'COORDINATING', level: 'DISTRICT' },
  ],
  INDUSTRIAL_UNION: [
    { type: 'COORDINATING', level: 'DISTRICT' },
    { type: 'HUB', level: 'SUBDISTRICT' },
  ],
  JOINT_UNION: [
    { type: 'PORT', level: 'GRASSROOTS' },
    { type: 'PORT', level: 'SUBDISTRICT' },
    { type: 'PORT', level: 'DISTRICT' },
  ],
  ENTERPRISE_UNION: [{ type: 'SERVICE', level: 'GRASSROOTS' }],
  FELLOWSHIP: [
    { type: 'PORT', level: 'GRASSROOTS' },
    { type: 'PORT', level: 'SUBDISTRICT' },
  ],
};

const TYPES: readonly OrganizationType[] = ['COORDINATING', 'HUB', 'PORT', 'SERVICE'];
const LEVELS: readonly OrganizationLevel[] = ['DISTRICT', 'SUBDISTRICT', 'GRASSROOTS'];

/** Type and level of a body of this kind, as far as they are given; `null` when there is none such. */
export function placeOf(
  kind: OrganizationKind,
  given: { readonly type?: OrganizationType | null; readonly level?: OrganizationLevel | null },
  root: boolean,
): Place | null {
  const fits = PLACES[kind].filter(
    ({ type, level }) =>
      (given.type ?? type) === type && (given.level ?? level) === level && (type === 'COORDINATING') === root,
  );
  return fits[0] ?? null;
}

/** Order of the tree: neither type nor level rises on the way down, and only the root coordinates. */
export function fitsBelow(child: Place, parent: Place): boolean {
  return (
    child.type !== 'COORDINATING' &&
    TYPES.indexOf(child.type) >= TYPES.indexOf(parent.type) &&
    LEVELS.indexOf(child.level) >= LEVELS.indexOf(parent.level)
  );
}

/** What the refusal for the order of the tree names. */
export function orderDetails(child: Place, parent: Place) {
  return { type: child.type, level: child.level, parentType: parent.type, parentLevel: parent.level };
}

/** Source: domain.md section 2, lifecycle. A re-elected body is founded again; an application may be given up. */
const NEXT: Readonly<Record<OrganizationStatus, readonly OrganizationStatus[]>> = {
  APPLIED: ['PREPARING', 'FOUNDED', 'DISSOLVED'],
  PREPARING: ['FOUNDED', 'DISSOLVED'],
  FOUNDED: ['RE_ELECTION_DUE', 'DISSOLVED', 'MERGED'],
  RE_ELECTION_DUE: ['FOUNDED', 'DISSOLVED', 'MERGED'],
  DISSOLVED: [],
  MERGED: [],
};

export function mayBecome(from: OrganizationStatus, to: OrganizationStatus): boolean {
  return from === to || NEXT[from].includes(to);
}

export function hasEnded(status: OrganizationStatus): boolean {
  return status === 'DISSOLVED' || status === 'MERGED';
}

/** Kinds that count as a union in reports. Federations and industrial unions are bodies above unions. */
const UNIONS: readonly OrganizationKind[] = ['JOINT_UNION', 'ENTERPRISE_UNION', 'FELLOWSHIP'];

/** Dates as rows and entities have them. */
interface Dates {
  readonly foundedOn?: string | null;
  readonly endedOn?: string | null;
}

type Counted = Pick<OrganizationRow, 'id' | 'kind'> & Dates;

/** What a body adds to the number of unions: one from its founding to its end. Bodies never founded add nothing. */
export function unionFigures({ id, kind, foundedOn, endedOn }: Counted, sign = 1): FigureDelta[] {
  if (!UNIONS.includes(kind) || foundedOn == null) return [];
  const founded = { organizationId: id, day: foundedOn, unions: sign };
  return endedOn == null ? [founded] : [founded, { organizationId: id, day: endedOn, unions: -sign }];
}

type Path = readonly string[];

/** A name on one line, without invisible characters and of fitting length. */
export function checkName(problems: Problems, path: Path, name: string | null | undefined, min = 2, max = 100): string {
  const text = plainLine(name ?? '') ?? '';
  const size = [...text].length;
  if (size < min || size > max) problems.add(errors.ORGANIZATION_NAME_INVALID, path, { min, max });
  return text;
}

/** An address on one line of at most 200 characters, or `null` when none is given. */
export function checkAddress(problems: Problems, path: Path, address: string | null | undefined): string | null {
  return address == null ? null : checkLine(problems, path, address, { max: 200 });
}

/** A credit code in its written form, or `null` when none is given. */
export function checkCreditCode(problems: Problems, path: Path, code: string | null | undefined): string | null {
  if (code == null || code.trim() === '') return null;
  const parsed = parseCreditCode(code);
  if (parsed.ok) return parsed.value;
  problems.add(errors.ORGANIZATION_CREDIT_CODE_INVALID, path, { reason: parsed.reason });
  return null;
}

/** No union body is older than this: the labour movement's first federations. A year such as 0001 is a slip. */
const EARLIEST = '1900-01-01';

export function checkPast(problems: Problems, path: Path, day: string | null | undefined, today: string): void {
  if (day != null && compare(day, EARLIEST) < 0) {
    problems.add(kernelErrors.INVALID_VALUE, path, { reason: `${day} < ${EARLIEST}` });
  }
  if (day != null && compare(day, today) > 0) problems.add(errors.ORGANIZATION_DATE_IN_FUTURE, path, { day });
}

/** Half-open: what ends on the day it begins would never have held. */
export function checkOrder(
  problems: Problems,
  path: Path,
  since: string | null | undefined,
  until: string | null | undefined,
): void {
  if (since != null && until != null && compare(until, since) <= 0)
    problems.add(errors.ORGANIZATION_DATE_ORDER, path, { since, until });
}

/** Founding and end dates go with the status. */
export function checkDates(
  problems: Problems,
  path: Path,
  body: Dates & { readonly status: OrganizationStatus },
  today: string,
): void {
  const founded = body.status === 'FOUNDED' || body.status === 'RE_ELECTION_DUE' || body.status === 'MERGED';
  const unfounded = body.status === 'APPLIED' || body.status === 'PREPARING';
  if ((founded && body.foundedOn == null) || (unfounded && body.foundedOn != null))
    problems.add(errors.ORGANIZATION_FOUNDING_DATE, [...path, 'foundedOn']);
  if (hasEnded(body.status) !== (body.endedOn != null))
    problems.add(errors.ORGANIZATION_END_DATE, [...path, 'endedOn']);
  checkPast(problems, [...path, 'foundedOn'], body.foundedOn, today);
  checkPast(problems, [...path, 'endedOn'], body.endedOn, today);
  checkOrder(problems, [...path, 'endedOn'], body.foundedOn, body.endedOn);
}
