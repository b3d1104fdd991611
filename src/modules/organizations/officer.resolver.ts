import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { kernelErrors, localId, type Page, Permission, type RequestContext, refuse } from '../../kernel/index.js';
import type { OfficerRow } from './officer.entity.js';
import { AppointOfficerInput, EndOfficerTermInput, OfficersArgs } from './officer.inputs.js';
import { officerNode, officersPage } from './officer.repository.js';
import { appointOfficers, endOfficerTerm } from './officer.service.js';
import { Officer, OfficerConnection } from './officer.type.js';
import type { OrganizationRow } from './organization.entity.js';
import { AppointOfficerPayload, EndOfficerTermPayload } from './organization.payloads.js';
import { Organization } from './organization.type.js';
import { organizationNode } from './places.js';

@Resolver(() => Officer)
export class OfficerResolver {
  @FieldResolver(() => Organization, { description: '任职的组织 / The body' })
  organization(@Root() officer: OfficerRow, @Ctx() ctx: RequestContext): Promise<OrganizationRow | null> {
    return organizationNode.load(ctx, officer.organizationId);
  }

  @Mutation(() => AppointOfficerPayload, { description: '任命工会干部 / Appoints an officer' })
  @Permission('officer:manage')
  async appointOfficer(
    @Arg('input', () => AppointOfficerInput, { description: '输入 / Input' }) input: AppointOfficerInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AppointOfficerPayload> {
    const organizationId = localId('Organization', input.organizationId, ['input', 'organizationId']);
    const memberId = await memberOf(ctx, input.memberId);
    const [id] = await appointOfficers(ctx, [{ ...input, organizationId, memberId }], () => ['input']);
    return { officer: await officerNode.load(ctx, id!) };
  }

  @Mutation(() => EndOfficerTermPayload, { description: '结束干部任期 / Ends an officer’s term' })
  @Permission('officer:manage')
  async endOfficerTerm(
    @Arg('input', () => EndOfficerTermInput, { description: '输入 / Input' }) input: EndOfficerTermInput,
    @Ctx() ctx: RequestContext,
  ): Promise<EndOfficerTermPayload> {
    const id = localId('Officer', input.id, ['input', 'id']);
    await endOfficerTerm(ctx, id, input.expectedVersion, input.until);
    return { officer: await officerNode.load(ctx, id) };
  }
}

/** The register of members belongs to another module, which may not be there: whoever owns the type is asked. */
async function memberOf(ctx: RequestContext, globalId: string | null | undefined): Promise<string | null> {
  if (globalId == null) return null;
  const path = ['input', 'memberId'];
  const id = localId('Member', globalId, path);
  if (!(await ctx.kernel.registry.lookup('nodes', 'Member')?.load(ctx, id))) {
    throw refuse(kernelErrors.NOT_FOUND, { path });
  }
  return id;
}

@Resolver(() => Organization)
export class OrganizationOfficersResolver {
  @FieldResolver(() => OfficerConnection, { description: '工会干部，按任期开始 / Officers, by beginning of term' })
  officers(
    @Root() { id }: OrganizationRow,
    @Args(() => OfficersArgs) { current, ...page }: OfficersArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<OfficerRow>> {
    return officersPage(ctx, id, page, current ?? null);
  }
}
