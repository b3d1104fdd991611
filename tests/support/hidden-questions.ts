import { v7 as uuidv7 } from 'uuid';
import { toGlobalId } from '../../src/kernel/graphql/global-id.js';

/** A way to say a name to the graph: the same operation is sent with a name of a module that is off and with none. */
export interface Question {
  readonly role: string;
  readonly query: string;
  readonly named: (name: string) => Record<string, unknown>;
  readonly off: () => string;
  readonly unknown: () => string;
}

const input = (type: string, field: string) =>
  `mutation ($input: ${type}!) { ${field}(input: $input) { userErrors { code message path details } } }`;
const nobodys = () => toGlobalId('NeverWritten', uuidv7());

/** Global ids of a district in which a reading circle has been founded. */
export interface Standing {
  readonly circleId: string;
  readonly memberId: string;
}

/** The ways to say a name, by what it is a name of. */
export function questionsAbout({ circleId, memberId }: Standing): Readonly<Record<string, Question>> {
  return {
    'viewer.can with a permission': {
      role: 'administrator',
      query: 'query ($name: String!) { viewer { can(permission: $name) } }',
      named: (name) => ({ name }),
      off: () => 'tea-house:read',
      unknown: () => 'tea-lodge:read',
    },
    'viewer.can on an object': {
      role: 'administrator',
      query: 'query ($name: ID!) { viewer { can(permission: "organization:read", on: $name) } }',
      named: (name) => ({ name }),
      off: () => circleId,
      unknown: nobodys,
    },
    'an object by its id': {
      role: 'administrator',
      query: 'query ($name: ID!) { node(id: $name) { id } nodes(ids: [$name]) { id } }',
      named: (name) => ({ name }),
      off: () => circleId,
      unknown: nobodys,
    },
    'the history of an object': {
      role: 'auditor',
      query: 'query ($name: ID!) { history(nodeId: $name, first: 5) { totalCount nodes { id } } }',
      named: (name) => ({ name }),
      off: () => circleId,
      unknown: nobodys,
    },
    'the audit by object': {
      role: 'auditor',
      query: 'query ($name: ID!) { auditRecords(filter: { nodeId: $name }, first: 5) { totalCount } }',
      named: (name) => ({ name }),
      off: () => circleId,
      unknown: nobodys,
    },
    'the audit by operation': {
      role: 'auditor',
      query: 'query ($name: String!) { auditRecords(filter: { action: $name }, first: 5) { totalCount } }',
      named: (name) => ({ name }),
      off: () => 'pourTea',
      unknown: () => 'pourBeer',
    },
    'the audit by what a module did when it was told': {
      role: 'auditor',
      query: 'query ($name: String!) { auditRecords(filter: { action: $name }, first: 5) { totalCount } }',
      named: (name) => ({ name }),
      off: () => 'reading-circle:membership.ended',
      unknown: () => 'reading-sphere:membership.ended',
    },
    'a permission of an own role': {
      role: 'administrator',
      query: input('CreateRoleInput', 'createRole'),
      named: (name) => ({
        input: { code: 'own-x', titleZh: '试', titleEn: 'Try', scope: 'DISTRICT', permissions: [name] },
      }),
      off: () => 'tea-house:read',
      unknown: () => 'tea-lodge:read',
    },
    'a scope of a client': {
      role: 'administrator',
      query: input('RegisterClientInput', 'registerClient'),
      named: (name) => ({ input: { name: '试', kind: 'SERVICE', scopes: [name] } }),
      off: () => 'tea-house:read',
      unknown: () => 'tea-lodge:read',
    },
    'a role to be given': {
      role: 'administrator',
      query: input('GrantRoleInput', 'grantRole'),
      named: (name) => ({ input: { accountId: toGlobalId('Account', uuidv7()), role: name } }),
      off: () => 'tea-host',
      unknown: () => 'tea-boss',
    },
    'a list for export': {
      role: 'administrator',
      query: input('RequestExportInput', 'requestExport'),
      named: (name) => ({ input: { list: name, purpose: '核对' } }),
      off: () => 'tea-guests',
      unknown: () => 'tea-ghosts',
    },
    'a kind of attachment': {
      role: 'administrator',
      query: input('RequestUploadInput', 'requestUpload'),
      named: (name) => ({ input: { ownerId: memberId, kind: name, name: 'a.png', size: 10 } }),
      off: () => 'tea-ticket',
      unknown: () => 'tea-basket',
    },
    'a purpose of consent': {
      role: 'administrator',
      query: input('GiveConsentInput', 'giveConsent'),
      named: (name) => ({ input: { memberId, purpose: name, textVersion: 1 } }),
      off: () => 'tea-house-portrait',
      unknown: () => 'tea-lodge-portrait',
    },
    'a value of an enum': {
      role: 'administrator',
      query: input('UnmaskInput', 'unmask'),
      named: (name) => ({ input: { id: memberId, field: 'phone', purpose: name, reason: '邀请参加' } }),
      off: () => 'TEA_INVITATION',
      unknown: () => 'PEA_INVITATION',
    },
    'a field of an input': {
      role: 'administrator',
      query: 'query ($filter: MemberFilter) { members(filter: $filter, first: 1) { totalCount } }',
      named: (name) => ({ filter: { [name]: memberId } }),
      off: () => 'readingCircleId',
      unknown: () => 'readingSphereId',
    },
    'a field to be unmasked': {
      role: 'administrator',
      query: input('UnmaskInput', 'unmask'),
      named: (name) => ({ input: { id: memberId, field: name, purpose: 'CONTACT', reason: '邀请参加' } }),
      off: () => 'favouriteTea',
      unknown: () => 'favouriteBeer',
    },
    'a type': {
      role: 'administrator',
      query: 'query ($name: String!) { __type(name: $name) { name } }',
      named: (name) => ({ name }),
      off: () => 'ReadingCircle',
      unknown: () => 'ReadingSphere',
    },
  };
}
