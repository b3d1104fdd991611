import { type RequestContext } from '../../kernel/index.js';
/** A survey in local terms. */
export interface NewSurvey {
    readonly organizationId: string;
    readonly surveyedOn: string;
    readonly workers: number;
    readonly shouldFoundUnits: number;
}
/**
 * Records what was counted at one body on one day, among what is assigned to the body itself and not to those below.
 * It holds until the body's next survey. A second one of the same day corrects the first; an earlier day may come
 * later. Returns the survey's local id. Errors: NOT_FOUND, FORBIDDEN, ORGANIZATION_ENDED, SURVEY_FIGURE_INVALID, dates.
 */
export declare function recordWorkforceSurvey(ctx: RequestContext, input: NewSurvey): Promise<string>;
