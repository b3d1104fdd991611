/** One migration as a file of plain SQL. */
export interface MigrationFile {
    /** `<owner>:<stamp>_<slug>`, unique over all owners. */
    readonly name: string;
    readonly owner: string;
    readonly path: string;
}
interface MigrationOwner {
    readonly id: string;
    readonly migrations?: URL;
}
/** The migrations of one owner in the order of their stamps. Throws when the folder or a name is not as agreed. */
export declare function migrationFiles(owner: MigrationOwner): MigrationFile[];
export declare function migrationNames(owner: MigrationOwner): string[];
export declare function readMigration(file: MigrationFile): string;
export {};
