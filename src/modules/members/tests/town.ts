import { createSynthesizer, type SyntheticPerson } from '../../../demo/synthetic.js';
import { type RequestContext, toGlobalId } from '../../../kernel/index.js';
import { createOrganizations } from '../../organizations/index.js';
import { applyForMembership, decideMembershipApplication } from '../index.js';

/** A small district: its federation, two hubs, unions below them. Local ids by name. */
export interface Town {
  readonly root: string;
  readonly hub: string;
  readonly otherHub: string;
  readonly factory: string;
  readonly school: string;
  readonly grid: string;
  readonly park: string;
  /** In the other hub. */
  readonly hospital: string;
  /** Not founded yet. */
  readonly shop: string;
}

export const FOUNDED = '2015-03-02';

/** Founds the bodies of an empty district. */
export async function foundTown(ctx: RequestContext): Promise<Town> {
  const found = async (code: string, parentId: string | null, rest: object): Promise<string> => {
    const body = { code, name: `单位${code}工会`, parentId, status: 'FOUNDED', foundedOn: FOUNDED, ...rest };
    const [id] = await createOrganizations(ctx, [body as never]);
    return id!;
  };
  const root = await found('T-000', null, { kind: 'FEDERATION' });
  const hub = await found('T-100', root, { kind: 'FEDERATION' });
  const otherHub = await found('T-200', root, { kind: 'FEDERATION' });
  return {
    root,
    hub,
    otherHub,
    factory: await found('T-101', hub, { kind: 'ENTERPRISE_UNION' }),
    school: await found('T-102', hub, { kind: 'ENTERPRISE_UNION' }),
    grid: await found('T-103', hub, { kind: 'JOINT_UNION', jointUnionKind: 'GRID' }),
    park: await found('T-104', hub, { kind: 'JOINT_UNION', jointUnionKind: 'PARK' }),
    hospital: await found('T-201', otherHub, { kind: 'ENTERPRISE_UNION' }),
    shop: await found('T-105', hub, { kind: 'ENTERPRISE_UNION', status: 'PREPARING', foundedOn: null }),
  };
}

const people = createSynthesizer(7, 39);

/** Somebody who is in no register yet. */
export function somebody(): SyntheticPerson {
  return people.person();
}

/** What a form sends for a person. */
export function applicationOf(person: SyntheticPerson, organizationId: string) {
  const { name, nationalId, phone, employmentType, occupation, joinedVia } = person;
  return { organizationId, name, nationalId, phone, employmentType, occupation, via: joinedVia };
}

/** The same with the id as the graph knows it. */
export function formOf(person: SyntheticPerson, organizationId: string) {
  return { ...applicationOf(person, organizationId), organizationId: toGlobalId('Organization', organizationId) };
}

/** Somebody new who has applied and been approved; ids of person and application. */
export async function admitted(ctx: RequestContext, organizationId: string, person = somebody()) {
  const { applicationId, memberId } = await applyForMembership(ctx, applicationOf(person, organizationId));
  await decideMembershipApplication(ctx, { applicationId, decision: 'APPROVE', expectedVersion: 1 });
  return { memberId, applicationId, person };
}
