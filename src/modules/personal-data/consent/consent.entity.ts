import { defineEntity, p } from '@mikro-orm/core';

/** A text that was put before people, word for word, as the consents given to it rest on it. */
export const ConsentTextEntity = defineEntity({
  name: 'ConsentText',
  tableName: 'consent_texts',
  properties: {
    id: p.uuid().primary(),
    districtId: p.integer(),
    purpose: p.text(),
    textVersion: p.integer(),
    titleZh: p.text(),
    titleEn: p.text(),
    textZh: p.text(),
    textEn: p.text(),
  },
});

/** A person's consent to one version of one purpose, and its end. */
export const ConsentEntity = defineEntity({
  name: 'Consent',
  tableName: 'consents',
  properties: {
    id: p.uuid().primary(),
    districtId: p.integer(),
    memberId: p.uuid(),
    purpose: p.text(),
    textVersion: p.integer(),
    givenAt: p.datetime(),
    givenBy: p.uuid(),
    own: p.boolean(),
    endedAt: p.datetime().nullable(),
    endedBy: p.uuid().nullable(),
    endedAs: p.text().nullable(),
    version: p.integer().version(),
  },
});
