import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { kernelErrors, localId, Permission, type RequestContext, refuse } from '../../kernel/index.js';
import { updateOrganization } from './organization-change.service.js';
import { CreateOrganizationInput, MoveOrganizationInput, UpdateOrganizationInput } from './organization.inputs.js';
import {
  CreateOrganizationPayload,
  MoveOrganizationPayload,
  RecordWorkforceSurveyPayload,
  UpdateOrganizationPayload,
} from './organization.payloads.js';
import { organizationIdByCode } from './organization.repository.js';
import { createOrganization } from './organization.service.js';
import { organizationNode } from './places.js';
import { RecordWorkforceSurveyInput } from './survey.inputs.js';
import { recordWorkforceSurvey } from './survey.service.js';
import { moveOrganization } from './tree.service.js';

const given = { description: '输入 / Input' };

@Resolver()
export class OrganizationMutations {
  @Mutation(() => CreateOrganizationPayload, { description: '新建工会组织 / Creates a union body' })
  @Permission('organization:create')
  async createOrganization(
    @Arg('input', () => CreateOrganizationInput, given) input: CreateOrganizationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CreateOrganizationPayload> {
    const { parentId, parentCode, ...body } = input;
    const id = await createOrganization(ctx, { ...body, parentId: await parentOf(ctx, parentId, parentCode) });
    return { organization: await organizationNode.load(ctx, id) };
  }

  @Mutation(() => UpdateOrganizationPayload, {
    description: '修改工会组织，含状态变化 / Changes a union body, its status included',
  })
  @Permission('organization:update')
  async updateOrganization(
    @Arg('input', () => UpdateOrganizationInput, given) input: UpdateOrganizationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<UpdateOrganizationPayload> {
    const { id: globalId, expectedVersion, ...change } = input;
    const id = localId('Organization', globalId, ['input', 'id']);
    await updateOrganization(ctx, id, expectedVersion, change);
    return { organization: await organizationNode.load(ctx, id) };
  }

  @Mutation(() => MoveOrganizationPayload, {
    description: '调整上级，连同全部下级，自今日起 / Moves a body with everything below it, from today on',
  })
  @Permission('organization:move')
  async moveOrganization(
    @Arg('input', () => MoveOrganizationInput, given) input: MoveOrganizationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<MoveOrganizationPayload> {
    const id = localId('Organization', input.id, ['input', 'id']);
    const parentId = localId('Organization', input.parentId, ['input', 'parentId']);
    await moveOrganization(ctx, id, parentId, input.expectedVersion);
    return { organization: await organizationNode.load(ctx, id) };
  }

  @Mutation(() => RecordWorkforceSurveyPayload, {
    description: '登记职工和应建会单位调查 / Records a survey of workers and employers',
  })
  @Permission('survey:record')
  async recordWorkforceSurvey(
    @Arg('input', () => RecordWorkforceSurveyInput, given) input: RecordWorkforceSurveyInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RecordWorkforceSurveyPayload> {
    const organizationId = localId('Organization', input.organizationId, ['input', 'organizationId']);
    await recordWorkforceSurvey(ctx, { ...input, organizationId });
    return { organization: await organizationNode.load(ctx, organizationId) };
  }
}

/** The parent by its id or its code, `null` when neither is given. Errors: INVALID_VALUE for both, NOT_FOUND. */
async function parentOf(ctx: RequestContext, id?: string | null, code?: string | null): Promise<string | null> {
  if (code == null) return id == null ? null : localId('Organization', id, ['input', 'parentId']);
  const path = ['input', 'parentCode'];
  if (id != null) throw refuse(kernelErrors.INVALID_VALUE, { path, details: { reason: 'parentId | parentCode' } });
  const found = await organizationIdByCode(ctx, code);
  if (found === null) throw refuse(kernelErrors.NOT_FOUND, { path });
  return found;
}
