import { type Random } from './random.js';
/**
 * How the synthetic members work and how they came to the union (domain.md, sections 1 and 2).
 * REGULAR: a labour contract with the employer; DISPATCHED: a contract with an agency; NON_REGULAR: platform and
 * household work without one, the "two-not one-without" (两非一无); SELF_EMPLOYED: shopkeepers and free professions.
 */
export type EmploymentType = 'REGULAR' | 'DISPATCHED' | 'NON_REGULAR' | 'SELF_EMPLOYED';
/** EMPLOYER: through the employer's union; ONLINE: own application; COLLECTIVE: a whole unit at once; OUTSIDE_FIRST: 体外入会. */
export type JoinedVia = 'EMPLOYER' | 'ONLINE' | 'COLLECTIVE' | 'OUTSIDE_FIRST';
export declare function employmentType(random: Random): EmploymentType;
/** Occupation (Chinese) and way of joining that suit the employment. */
export declare function workOf(random: Random, employment: EmploymentType): {
    occupation: string;
    joinedVia: JoinedVia;
};
