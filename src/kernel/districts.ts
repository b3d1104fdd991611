import type { MikroORM } from '@mikro-orm/postgresql';
import { outsideDistricts } from './database/scope.js';
import type { District } from './kernel.js';

const TRUST_MS = 60_000;

/** The list of tenants: small, public inside the platform, and asked for by every request, hence remembered. */
export class Districts {
  #byCode: Promise<ReadonlyMap<string, District>> | undefined;
  #readAt = 0;

  constructor(readonly orm: MikroORM) {}

  /** All districts by code, as they stood at most a minute ago. */
  async all(): Promise<ReadonlyMap<string, District>> {
    if (!this.#byCode || Date.now() - this.#readAt > TRUST_MS) {
      this.#readAt = Date.now();
      this.#byCode = this.#read();
      this.#byCode.catch(() => this.forget());
    }
    return this.#byCode;
  }

  async byCode(code: string): Promise<District | undefined> {
    return (await this.all()).get(code);
  }

  async byId(id: number): Promise<District | undefined> {
    return [...(await this.all()).values()].find((district) => district.id === id);
  }

  /** Called after the table has changed in this process. */
  forget(): void {
    this.#byCode = undefined;
  }

  async #read(): Promise<ReadonlyMap<string, District>> {
    const rows = await outsideDistricts(() =>
      this.orm.em
        .fork()
        .getKysely<{ districts: Record<string, unknown> & { code: string } }>()
        .selectFrom('districts')
        .select(['id', 'code', 'kind', 'name_zh as nameZh', 'name_en as nameEn', 'city_code as cityCode'] as never)
        .orderBy('code')
        .execute(),
    );
    return new Map((rows as unknown as District[]).map((row) => [row.code, row]));
  }
}
