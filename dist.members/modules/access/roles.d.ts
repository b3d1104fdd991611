import type { Kernel, RoleDefinition } from '../../kernel/index.js';
/** The built-in roles of the core; plugins bring their own. */
export declare const roles: {
    readonly city: {
        readonly title: {
            readonly zh: '市级';
            readonly en: 'City level';
        };
        readonly scope: 'district';
    };
    readonly administrator: {
        readonly title: {
            readonly zh: '区管理员';
            readonly en: 'District administrator';
        };
        readonly scope: 'district';
    };
    readonly auditor: {
        readonly title: {
            readonly zh: '审计员';
            readonly en: 'Auditor';
        };
        readonly scope: 'district';
    };
    readonly organizer: {
        readonly title: {
            readonly zh: '组织员';
            readonly en: 'Organizer of a hub';
        };
        readonly scope: 'subtree';
    };
    readonly chair: {
        readonly title: {
            readonly zh: '工会主席';
            readonly en: 'Chair of a union';
        };
        readonly scope: 'subtree';
    };
    readonly 'case-worker': {
        readonly title: {
            readonly zh: '办案员';
            readonly en: 'Case worker';
        };
        readonly scope: 'subtree';
    };
    readonly member: {
        readonly title: {
            readonly zh: '会员';
            readonly en: 'Member';
        };
        readonly scope: 'self';
    };
    readonly 'front-end': {
        readonly title: {
            readonly zh: '前端应用';
            readonly en: 'Front-end application';
        };
        readonly scope: 'district';
    };
};
/** All roles of the installed plugins, by code. */
export declare function installedRoles(kernel: Kernel): ReadonlyMap<string, RoleDefinition>;
/** What a role may do where these modules are switched on. */
export declare function permissionsOf(kernel: Kernel, modules: ReadonlySet<string>, role: string): ReadonlySet<string>;
