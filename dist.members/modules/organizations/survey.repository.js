import { sql } from 'kysely';
/** The survey in force on a day (of that day or before), and the day of the first one after it. */
export async function surveysAround(ctx, organizationId, day) {
    const { rows } = await sql `
    (select workers, should_found_units as "shouldFoundUnits", surveyed_on as "surveyedOn" from workforce_surveys
     where organization_id = ${organizationId} and surveyed_on <= ${day} order by surveyed_on desc limit 1)
    union all
    (select workers, should_found_units, surveyed_on from workforce_surveys
     where organization_id = ${organizationId} and surveyed_on > ${day} order by surveyed_on limit 1)
  `.execute(ctx.sql);
    return {
        inForce: rows.find(({ surveyedOn }) => surveyedOn <= day) ?? null,
        next: rows.find(({ surveyedOn }) => surveyedOn > day)?.surveyedOn ?? null,
    };
}
//# sourceMappingURL=survey.repository.js.map