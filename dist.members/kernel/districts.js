import { outsideDistricts } from './database/scope.js';
const TRUST_MS = 60_000;
/** The list of tenants: small, public inside the platform, and asked for by every request, hence remembered. */
export class Districts {
    #byCode;
    #readAt = 0;
    constructor(orm) {
        this.orm = orm;
    }
    /** All districts by code. A code not found is looked for once more in the table before it counts as unknown. */
    async all() {
        if (!this.#byCode || Date.now() - this.#readAt > TRUST_MS) {
            this.#readAt = Date.now();
            this.#byCode = this.#read();
            this.#byCode.catch(() => this.forget());
        }
        return this.#byCode;
    }
    async byCode(code) {
        return (await this.all()).get(code);
    }
    async byId(id) {
        return [...(await this.all()).values()].find((district) => district.id === id);
    }
    /** Called after the table has changed in this process. */
    forget() {
        this.#byCode = undefined;
    }
    async #read() {
        const rows = await outsideDistricts(() => this.orm.em
            .fork()
            .getKysely()
            .selectFrom('districts')
            .select(['id', 'code', 'kind', 'name_zh as nameZh', 'name_en as nameEn', 'city_code as cityCode'])
            .orderBy('code')
            .execute());
        return new Map(rows.map((row) => [row.code, row]));
    }
}
//# sourceMappingURL=districts.js.map