import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
const FILE_NAME = /^\d{14}_[a-z0-9_]+\.sql$/;
/** The migrations of one owner in the order of their stamps. Throws when the folder or a name is not as agreed. */
export function migrationFiles(owner) {
    if (!owner.migrations)
        return [];
    const folder = fileURLToPath(owner.migrations);
    const files = readdirSync(folder).filter((file) => file.endsWith('.sql'));
    const odd = files.find((file) => !FILE_NAME.test(file));
    if (odd)
        throw new Error(`migration '${odd}' of '${owner.id}' must be named YYYYMMDDhhmmss_some_slug.sql`);
    return files.sort().map((file) => ({
        name: `${owner.id}:${file.slice(0, -'.sql'.length)}`,
        owner: owner.id,
        path: `${folder.replace(/\/$/, '')}/${file}`,
    }));
}
export function migrationNames(owner) {
    return migrationFiles(owner).map(({ name }) => name);
}
export function readMigration(file) {
    return readFileSync(file.path, 'utf8');
}
//# sourceMappingURL=migration-files.js.map