import type { GraphQLField } from 'graphql';
import { businessDay } from '../../src/kernel/index.js';
import type { IdPlace } from './schema-walk.js';

type Field = GraphQLField<unknown, unknown>;

const NOW = new Date();

/** Acceptable values of scalars, so that a call gets as far as looking for its ids. */
export const SAMPLES = {
  Int: 1,
  Boolean: true,
  // Of today: what may be written years back is less than what may be written now.
  Date: businessDay(NOW),
  DateTime: NOW.toISOString(),
  String: '样本',
  role: 'organizer',
  permission: 'organization:read',
  externalClientId: 'city:sample',
  /** With settings, and nothing that anybody could switch. */
  moduleId: 'members',
  JSONObject: {},
  NationalId: '11010519491231002X',
  PhoneNumber: '13800138000',
};

/** The type that a name speaks of: `toOrganizationId`, else the noun of the field itself, such as `updateOrganization`. */
export function guessType(place: IdPlace, field: Field, types: readonly string[]): string {
  const longestFirst = [...types].sort((a, b) => b.length - a.length);
  const last = (place.path.at(-1) ?? place.argument).toLowerCase();
  const named = (text: string) => longestFirst.find((type) => text.includes(type.toLowerCase()));
  return (
    named(last) ??
    (/parent|under|within|source|target|^on$/.test(last) ? 'Organization' : named(field.name.toLowerCase())) ??
    'Organization'
  );
}
