/** Id of the system as an actor; no row of any table has it. */
export const SYSTEM_PRINCIPAL_ID = '00000000-0000-0000-0000-000000000000';
/** The system acting in one district: a principal like any other, so that no service needs a way around its checks. */
export function grantEverything(registry, name) {
    const permissions = new Set(registry.plugins.flatMap((plugin) => Object.keys(plugin.permissions ?? {})));
    return {
        id: SYSTEM_PRINCIPAL_ID,
        name: `system:${name}`,
        grants: [{ role: 'system', scope: { kind: 'district' }, permissions }],
    };
}
//# sourceMappingURL=system-principal.js.map