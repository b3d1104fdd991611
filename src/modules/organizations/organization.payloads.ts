import { Field, ObjectType } from 'type-graphql';
import { Payload } from '../../kernel/index.js';
import { CoveredUnit } from './unit.type.js';
import { Officer } from './officer.type.js';
import { Organization } from './organization.type.js';

const result = { nullable: true, description: '结果；被拒绝时为空 / The result; null when refused' };

@ObjectType('CreateOrganizationPayload', {
  simpleResolvers: true,
  description: '新建组织的结果 / Result of creating a body',
})
export class CreateOrganizationPayload extends Payload {
  @Field(() => Organization, result)
  organization?: object | null;
}

@ObjectType('UpdateOrganizationPayload', {
  simpleResolvers: true,
  description: '修改组织的结果 / Result of changing a body',
})
export class UpdateOrganizationPayload extends Payload {
  @Field(() => Organization, result)
  organization?: object | null;
}

@ObjectType('MoveOrganizationPayload', {
  simpleResolvers: true,
  description: '调整上级的结果 / Result of moving a body',
})
export class MoveOrganizationPayload extends Payload {
  @Field(() => Organization, result)
  organization?: object | null;
}

@ObjectType('RecordWorkforceSurveyPayload', {
  simpleResolvers: true,
  description: '登记调查的结果 / Result of recording a survey',
})
export class RecordWorkforceSurveyPayload extends Payload {
  @Field(() => Organization, result)
  organization?: object | null;
}

@ObjectType('AppointOfficerPayload', {
  simpleResolvers: true,
  description: '任命的结果 / Result of an appointment',
})
export class AppointOfficerPayload extends Payload {
  @Field(() => Officer, result)
  officer?: object | null;
}

@ObjectType('EndOfficerTermPayload', {
  simpleResolvers: true,
  description: '结束任期的结果 / Result of ending a term',
})
export class EndOfficerTermPayload extends Payload {
  @Field(() => Officer, result)
  officer?: object | null;
}

@ObjectType('CoverUnitPayload', { simpleResolvers: true, description: '登记覆盖的结果 / Result of covering a unit' })
export class CoverUnitPayload extends Payload {
  @Field(() => CoveredUnit, result)
  coveredUnit?: object | null;
}

@ObjectType('EndUnitCoverPayload', { simpleResolvers: true, description: '结束覆盖的结果 / Result of ending a cover' })
export class EndUnitCoverPayload extends Payload {
  @Field(() => CoveredUnit, result)
  coveredUnit?: object | null;
}
