import { v7 as uuidv7 } from 'uuid';
import { Problems } from '../../kernel/index.js';
import { errors } from './errors.js';
import { appendFigures } from './figures.repository.js';
import { WorkforceSurveyEntity } from './figure.entity.js';
import { placesOf } from './organization.repository.js';
import { checkPast, hasEnded } from './organization.rules.js';
import { refuseUnlessMay } from './places.js';
import { surveysAround } from './survey.repository.js';
/** More than any district has; keeps sums of a whole city within 32 bits. */
const MOST = 10_000_000;
/**
 * Records what was counted at one body on one day, among what is assigned to the body itself and not to those below.
 * It holds until the body's next survey. A second one of the same day corrects the first; an earlier day may come
 * later. Returns the survey's local id. Errors: NOT_FOUND, FORBIDDEN, ORGANIZATION_ENDED, SURVEY_FIGURE_INVALID, dates.
 */
export async function recordWorkforceSurvey(ctx, input) {
    const { organizationId, surveyedOn, workers, shouldFoundUnits } = input;
    return ctx.transaction(async (tx) => {
        // The lock puts surveys of one body in a row: each change is counted against its neighbours.
        const places = await placesOf(tx, 'survey:record', [organizationId], 'for no key update');
        const problems = new Problems();
        const place = places.get(organizationId);
        const at = ['input', 'organizationId'];
        if (refuseUnlessMay(problems, at, 'survey:record', place) && hasEnded(place.status))
            problems.add(errors.ORGANIZATION_ENDED, at);
        checkPast(problems, ['input', 'surveyedOn'], surveyedOn, tx.today);
        for (const [field, value] of Object.entries({ workers, shouldFoundUnits })) {
            if (!Number.isInteger(value) || value < 0 || value > MOST)
                problems.add(errors.SURVEY_FIGURE_INVALID, ['input', field], { max: MOST });
        }
        problems.throwIfAny();
        const { inForce, next } = await surveysAround(tx, organizationId, surveyedOn);
        const change = {
            workers: workers - (inForce?.workers ?? 0),
            shouldFoundUnits: shouldFoundUnits - (inForce?.shouldFoundUnits ?? 0),
        };
        const id = await save(tx, input);
        await appendFigures(tx, [
            { organizationId, day: surveyedOn, ...change },
            // The next survey was counted against the one before; what changes here is taken back there.
            ...(next === null
                ? []
                : [{ organizationId, day: next, workers: -change.workers, shouldFoundUnits: -change.shouldFoundUnits }]),
        ]);
        await tx.emit('survey.recorded', { surveyId: id, organizationId });
        return id;
    });
}
async function save(tx, { organizationId, surveyedOn, workers, shouldFoundUnits }) {
    const same = await tx.em.findOne(WorkforceSurveyEntity, { organizationId, surveyedOn });
    if (same) {
        Object.assign(same, { workers, shouldFoundUnits });
        return same.id;
    }
    const id = uuidv7();
    tx.em.persist(tx.em.create(WorkforceSurveyEntity, { id, organizationId, surveyedOn, workers, shouldFoundUnits }));
    return id;
}
//# sourceMappingURL=survey.service.js.map