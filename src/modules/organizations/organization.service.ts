import { v7 as uuidv7 } from 'uuid';
import { kernelErrors, Problems, type RequestContext, scopesOf } from '../../kernel/index.js';
import { errors } from './errors.js';
import { appendFigures } from './figures.repository.js';
import { OrganizationEntity } from './organization.entity.js';
import type { CreateOrganizationInput } from './organization.inputs.js';
import { hasRoot, type Place, placesOf, takenCodes } from './organization.repository.js';
import {
  checkAddress,
  checkCreditCode,
  checkDates,
  checkName,
  fitsBelow,
  hasEnded,
  orderDetails,
  placeOf,
  unionFigures,
} from './organization.rules.js';
import { refuseUnlessMay } from './places.js';
import { keepTree, plant } from './tree.repository.js';

/** A body to be created, in local terms: the parent by its local id. */
export type NewOrganization = Omit<CreateOrganizationInput, 'parentId' | 'parentCode'> & {
  readonly parentId: string | null;
  readonly synthetic?: boolean;
};

type Path = readonly string[];
type NewRow = ReturnType<typeof rowOf>;

const CODE = /^[0-9A-Z][0-9A-Z-]{2,31}$/;

/**
 * Creates bodies below parents that exist, all or none, in a number of statements that does not grow with them.
 * Their place in the tree begins on the founding day, today when there is none yet. Returns their local ids.
 * Errors: NOT_FOUND, FORBIDDEN, ORGANIZATION_*, all of them at once; `at` says where the input of an index stands.
 */
export async function createOrganizations(
  ctx: RequestContext,
  inputs: readonly NewOrganization[],
  at: (index: number) => Path = (index) => ['inputs', String(index)],
): Promise<string[]> {
  if (inputs.length === 0) return [];
  return ctx.transaction(async (tx) => {
    await keepTree(tx);
    const rows = await checked(tx, inputs, at);
    await tx.insertAll(OrganizationEntity, rows);
    await plant(
      tx,
      rows.map(({ id, parentId, foundedOn }) => ({ id, parentId, since: foundedOn ?? tx.today })),
    );
    await appendFigures(
      tx,
      rows.flatMap((row) => unionFigures(row)),
    );
    for (const { id, code } of rows) await tx.emit('organization.created', { organizationId: id, code });
    return rows.map(({ id }) => id);
  });
}

/** One body, as from the graph. */
export async function createOrganization(ctx: RequestContext, input: NewOrganization): Promise<string> {
  const [id] = await createOrganizations(ctx, [input], () => ['input']);
  return id!;
}

async function checked(
  tx: RequestContext,
  inputs: readonly NewOrganization[],
  at: (index: number) => Path,
): Promise<NewRow[]> {
  const problems = new Problems();
  const parents = await placesOf(
    tx,
    'organization:create',
    inputs.flatMap(({ parentId }) => parentId ?? []),
  );
  const root = inputs.some(({ parentId }) => parentId === null) && (await hasRoot(tx));
  const rows = inputs.map((input, index) => {
    const path = at(index);
    const row = rowOf(problems, path, input);
    if (input.parentId === null) checkRoot(tx, problems, path, root || inputs.length > 1);
    else checkParent(problems, path, row, parents.get(input.parentId));
    checkDates(problems, path, row, tx.today);
    return row;
  });
  await checkCodes(tx, problems, at, rows);
  problems.throwIfAny();
  return rows;
}

function rowOf(problems: Problems, path: Path, input: NewOrganization) {
  const place = placeOf(input.kind, input, input.parentId === null);
  if (!place) {
    const type = input.type ?? (input.parentId === null ? 'COORDINATING' : '');
    const details = { kind: input.kind, place: [type, input.level].filter(Boolean).join(', ') };
    problems.add(errors.ORGANIZATION_TYPE_MISMATCH, [...path, 'type'], details);
  }
  if ((input.kind === 'JOINT_UNION') !== (input.jointUnionKind != null))
    problems.add(errors.ORGANIZATION_JOINT_KIND, [...path, 'jointUnionKind']);
  if (!CODE.test(input.code)) problems.add(errors.ORGANIZATION_CODE_INVALID, [...path, 'code']);
  return {
    id: uuidv7(),
    code: input.code,
    name: checkName(problems, [...path, 'name'], input.name),
    kind: input.kind,
    jointUnionKind: input.jointUnionKind ?? null,
    type: place?.type ?? 'SERVICE',
    level: place?.level ?? 'GRASSROOTS',
    status: input.status ?? 'APPLIED',
    parentId: input.parentId,
    creditCode: checkCreditCode(problems, [...path, 'creditCode'], input.creditCode),
    legalPerson: input.legalPerson ?? false,
    registered: input.registered ?? false,
    address: checkAddress(problems, [...path, 'address'], input.address),
    bankAccount: input.bankAccount ?? null,
    foundedOn: input.foundedOn ?? null,
    endedOn: null,
    synthetic: input.synthetic ?? false,
  } as const;
}

/** The top body is created once, by somebody who may create anywhere in the district. */
function checkRoot(tx: RequestContext, problems: Problems, path: Path, taken: boolean): void {
  const everywhere = scopesOf(tx.principal, 'organization:create').some(({ kind }) => kind === 'district');
  if (!everywhere) problems.add(kernelErrors.FORBIDDEN, [...path, 'parentId'], { permission: 'organization:create' });
  else if (taken) problems.add(errors.ORGANIZATION_ROOT_EXISTS, [...path, 'parentId']);
}

function checkParent(problems: Problems, path: Path, row: NewRow, parent: Place | undefined): void {
  const at = [...path, 'parentId'];
  if (!refuseUnlessMay(problems, at, 'organization:create', parent)) return;
  if (hasEnded(parent.status)) problems.add(errors.ORGANIZATION_ENDED, at);
  if (!fitsBelow(row, parent)) problems.add(errors.ORGANIZATION_LEVEL_ORDER, at, orderDetails(row, parent));
}

/** Neither code may be in use, nor come twice in one batch. */
async function checkCodes(
  tx: RequestContext,
  problems: Problems,
  at: (index: number) => Path,
  rows: readonly NewRow[],
): Promise<void> {
  const found = await takenCodes(
    tx,
    rows.map(({ code }) => code),
    rows.flatMap(({ creditCode }) => creditCode ?? []),
  );
  const codes = new Set(found.codes);
  const creditCodes = new Set(found.creditCodes);
  for (const [index, { code, creditCode }] of rows.entries()) {
    if (codes.has(code)) problems.add(errors.ORGANIZATION_CODE_TAKEN, [...at(index), 'code'], { code });
    if (creditCode !== null && creditCodes.has(creditCode))
      problems.add(errors.ORGANIZATION_CREDIT_CODE_TAKEN, [...at(index), 'creditCode']);
    codes.add(code);
    if (creditCode !== null) creditCodes.add(creditCode);
  }
}
