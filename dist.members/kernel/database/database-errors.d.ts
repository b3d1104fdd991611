/** The one mapper from database errors to ours. */
export declare function mapDatabaseError(error: unknown): unknown;
