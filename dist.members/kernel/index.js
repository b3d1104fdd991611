/** Everything that modules and plugins may import; `lianxin/kernel` to a plugin from outside. */
// The schema builder's decorators need it before any class of the graph is defined.
import 'reflect-metadata';
export { definePermissions } from './access/permissions.js';
export { assertHolds, scopesOf } from './access/principal.js';
export { readOrCreateKey } from './access/sealing.js';
export { SYSTEM_PRINCIPAL_ID } from './access/system-principal.js';
export { both, say } from './bilingual.js';
export { orderingBy } from './database/keyset.js';
export { defineNode } from './database/node-source.js';
export { nestedPageOf, pageOf } from './database/pages.js';
export { inDistrict, outsideDistricts } from './database/scope.js';
export { defineErrors } from './errors/define.js';
export { kernelErrors } from './errors/kernel-errors.js';
export { Problems, Refusal, refuse } from './errors/refusal.js';
export { writeAudit } from './events/audit.js';
export { enqueue } from './events/jobs.js';
export { connectionOf, PageArgs, PageInfo } from './graphql/connections.js';
export { localId, parseGlobalId, toGlobalId } from './graphql/global-id.js';
export { JsonObjectScalar, JsonScalar } from './graphql/json-scalars.js';
export { Node } from './graphql/node.js';
export { Permission, Public, SignedIn } from './graphql/permission.js';
export * from './graphql/scalars.js';
export { Payload, UserError } from './graphql/user-error.js';
export { parseCreditCode } from './identity/credit-code.js';
export { maskNationalId, parseNationalId } from './identity/national-id.js';
export { maskPhoneNumber, parsePhoneNumber } from './identity/phone-number.js';
export { actAsSystem, createContext } from './kernel.js';
export { CONTRACT_VERSION, definePlugin, } from './plugin/define.js';
export { changeSettings, settingsOf } from './plugin/settings.js';
export { addDays, businessDay, compare } from './time/business-day.js';
export { isCalendarDay } from './time/calendar-day.js';
export { addWorkingDays } from './time/working-days.js';
//# sourceMappingURL=index.js.map