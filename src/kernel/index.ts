/** Everything that modules and plugins may import; `lianxin/kernel` to a plugin from outside. */
// The schema builder's decorators need it before any class of the graph is defined.
import 'reflect-metadata';

export {
  definePermissions,
  OWN_ROLE_PREFIX,
  type PermissionDefinition,
  type RoleDefinition,
  type RoleScope,
} from './access/permissions.js';
export {
  type ActingClient,
  actsAlone,
  actsThroughThirdParty,
  assertHolds,
  assertHoldsInDistrict,
  type Grant,
  type GrantScope,
  holdsInDistrict,
  type Principal,
  scopesOf,
} from './access/principal.js';
export { inEvenTime } from './access/even-time.js';
export { SYSTEM_PRINCIPAL_ID } from './access/system-principal.js';
export { type Bilingual, both, type Locale, say } from './bilingual.js';
export type { RequestContext } from './context.js';
export { listed } from './database/listed.js';
export { lockFor } from './database/locks.js';
export { type NodeQuery, type Ordering, orderingBy, type PageRequest } from './database/keyset.js';
export {
  type AnyTables,
  defineNode,
  type NodeSource,
  type Reach,
  type RowOf,
  type Visibility,
} from './database/node-source.js';
export { type ListSpec, type NestedListSpec, nestedPageOf, pageOf } from './database/pages.js';
export { inDistrict, outsideDistricts } from './database/scope.js';
export { assertVersion } from './errors/assert-version.js';
export { defineErrors, type ErrorDefinition } from './errors/define.js';
export { kernelErrors } from './errors/kernel-errors.js';
export { describeProblem, type ErrorDetails, Problems, Refusal, refuse } from './errors/refusal.js';
export { type AuditEntry, type FieldChange, writeAudit } from './events/audit.js';
export { actorOf } from './events/audit-actors.js';
export { recordRead, type SensitiveRead } from './events/audit-reads.js';
export { enqueue } from './events/jobs.js';
export { type WaitingJobs, waitingJobs } from './events/parked-jobs.js';
export {
  type AttachmentKind,
  type AttachmentOwner,
  type Cell,
  type ExportColumn,
  type ExportList,
  FILE_TYPES,
  type FileType,
} from './files/definitions.js';
export { openedStream, sealedSize, sealedStream } from './files/sealed-stream.js';
export type { FileStorage } from './files/storage.js';
export type { AddedEnumValue, AddedInputFields } from './graphql/additions.js';
export { connectionOf, type Page, PageArgs, PageInfo } from './graphql/connections.js';
export { Deprecated, type Deprecation, deprecated } from './graphql/deprecation.js';
export { isOpenEverywhere } from './graphql/field-permissions.js';
export { localId, parseGlobalId, toGlobalId } from './graphql/global-id.js';
export { JsonObjectScalar, JsonScalar } from './graphql/json-scalars.js';
export { Node, nodePlace } from './graphql/node.js';
export { OneOf } from './graphql/one-of.js';
export { Permission, Public, Reads, ReadsBy, ReadsNothing, SignedIn } from './graphql/permission.js';
export * from './graphql/scalars.js';
export { shownValue } from './graphql/shown-value.js';
export { Payload, UserError } from './graphql/user-error.js';
export { type Handler, limitInFlight } from './http/in-flight.js';
export { parseCreditCode } from './identity/credit-code.js';
export { maskNationalId, parseNationalId } from './identity/national-id.js';
export { checkLine, plainLine } from './identity/plain-line.js';
export { maskPhoneNumber, parsePhoneNumber } from './identity/phone-number.js';
export { actAsSystem, createContext, type District, type Kernel } from './kernel.js';
export * from './libraries.js';
export type { ConsentDefinition } from './personal-data/consent.js';
export {
  blindIndex,
  type PersonalColumn,
  type PersonalDataDefinition,
  plain,
  RETENTION_YEARS,
  type RetentionClass,
  sealed,
  sealedKey,
  survivesErasure,
} from './personal-data/definition.js';
export type { PersonalFile, PersonalFiles } from './personal-data/personal-files.js';
export { readOrCreateKey } from './personal-data/key-file.js';
export type { KeyService, Wrapped } from './personal-data/key-service.js';
export type { SealedPlace, Vault } from './personal-data/vault.js';
export {
  type Caller,
  CONTRACT_VERSION,
  type Credentials,
  type DemoOptions,
  type DomainEvent,
  definePlugin,
  type OpenCases,
  type OpenPlatform,
  type PluginDefinition,
} from './plugin/define.js';
export type { ModuleDecision, NewDecision } from './plugin/decisions.js';
export { type OperationUse, operationUses } from './usage/operation-use.repository.js';
export { type Spell, Timeline } from './plugin/timeline.js';
export type { OpenTurn } from './plugin/turns.js';
export type { InstalledPlugin } from './plugin/registry.js';
export { changeSettings, revertSettings, type SettingsDecision } from './settings/change.js';
export { DistrictSettings } from './settings/district-settings.type.js';
export { settingsSchema } from './settings/schema.js';
export { type SettingLabel, type SettingsOwner, setting } from './settings/setting.js';
export { settingsOf } from './settings/settings-of.js';
export { addDays, businessDay, compare, startOfDay } from './time/business-day.js';
export { type CalendarDay, isCalendarDay } from './time/calendar-day.js';
export { addWorkingDays, type WorkingDayExceptions } from './time/working-days.js';
