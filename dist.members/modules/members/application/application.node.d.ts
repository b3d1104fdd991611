import type { InferEntity } from '@mikro-orm/core';
import { type NodeSource, type RowOf } from '../../../kernel/index.js';
import { MembershipApplicationEntity } from './application.entity.js';
export type MembershipApplicationRow = RowOf<InferEntity<typeof MembershipApplicationEntity>>;
/** An application is seen by whoever may read members of the union applied to, and by the applicant. */
export declare const membershipApplicationNode: NodeSource<MembershipApplicationRow>;
