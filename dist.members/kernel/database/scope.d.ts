/** Runs work inside one district: every statement it sends, on whatever connection, sees that district's rows alone. */
export declare function inDistrict<T>(districtId: number, work: () => T): T;
/** Leaves any scope: statements see no tenant row at all. */
export declare function outsideDistricts<T>(work: () => T): T;
/**
 * Called for every connection taken from the pool, before it is used. Tells the server the district only when it
 * differs from what this connection was told last, so that a busy connection of one district pays nothing.
 * Without a scope the setting is emptied, and the policies then let no row through.
 */
export declare function scopeConnection(connection: unknown): Promise<void>;
