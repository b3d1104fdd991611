import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar, PageArgs, Reads } from '../../kernel/index.js';
import { OfficerRole } from './officer.type.js';

@ArgsType()
export class OfficersArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: 'true 只看现任，false 只看往届 / true: in office today, false: not; all when left out',
  })
  @Reads('Officer.since', 'Officer.until')
  current?: boolean | null;
}

@InputType('AppointOfficerInput', { description: '任命工会干部 / An officer’s appointment' })
export class AppointOfficerInput {
  @Field(() => ID, { description: '组织 / The body' })
  organizationId!: string;

  @Field(() => ID, { nullable: true, description: '会员库中的本人 / The person in the register of members' })
  memberId?: string | null;

  @Field(() => String, { description: '姓名 / Name' })
  name!: string;

  @Field(() => OfficerRole, { description: '职务 / Office' })
  role!: OfficerRole;

  @Field(() => DateScalar, { description: '任期开始，不晚于今天 / First day of the term, not in the future' })
  since!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: '届满日期，可在将来 / Day on which the term runs out, may lie ahead',
  })
  until?: string | null;
}

@InputType('EndOfficerTermInput', { description: '结束干部任期 / The end of an officer’s term' })
export class EndOfficerTermInput {
  @Field(() => ID, { description: '任期 / The term' })
  id!: string;

  @Field(() => Int, { description: '您读到的版本号 / The version you have read' })
  expectedVersion!: number;

  @Field(() => DateScalar, { description: '自该日起不再任职 / Day from which the office is no longer held' })
  until!: string;
}
