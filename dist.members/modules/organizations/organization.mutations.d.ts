import { type RequestContext } from '../../kernel/index.js';
import { CreateOrganizationInput, MoveOrganizationInput, UpdateOrganizationInput } from './organization.inputs.js';
import { CreateOrganizationPayload, MoveOrganizationPayload, RecordWorkforceSurveyPayload, UpdateOrganizationPayload } from './organization.payloads.js';
import { RecordWorkforceSurveyInput } from './survey.inputs.js';
export declare class OrganizationMutations {
    createOrganization(input: CreateOrganizationInput, ctx: RequestContext): Promise<CreateOrganizationPayload>;
    updateOrganization(input: UpdateOrganizationInput, ctx: RequestContext): Promise<UpdateOrganizationPayload>;
    moveOrganization(input: MoveOrganizationInput, ctx: RequestContext): Promise<MoveOrganizationPayload>;
    recordWorkforceSurvey(input: RecordWorkforceSurveyInput, ctx: RequestContext): Promise<RecordWorkforceSurveyPayload>;
}
