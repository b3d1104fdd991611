import { say, scopesOf } from '../../kernel/index.js';
/** The districts that the caller may know of here: the own one, and all of them at city level, by code. */
export async function visibleDistricts(ctx) {
    const all = [...(await ctx.kernel.districts.all()).values()];
    const own = ctx.facts.district;
    const seen = scopesOf(ctx.principal, 'district:list').length > 0 ? all : all.filter(({ id }) => id === own?.id);
    return Promise.all(seen.map(async (district) => ({
        id: district.code,
        code: district.code,
        kind: district.kind,
        name: say({ zh: district.nameZh, en: district.nameEn }, ctx.locale),
        cityCode: district.cityCode,
        modules: await switchedOn(ctx, district.id),
    })));
}
/** One of them; `null` for any other code, known or not. */
export async function visibleDistrict(ctx, code) {
    return (await visibleDistricts(ctx)).find((district) => district.code === code) ?? null;
}
async function switchedOn(ctx, districtId) {
    const on = await ctx.kernel.switches.enabledFor(districtId);
    return ctx.kernel.registry.switchable.map(({ id }) => id).filter((id) => on.has(id));
}
//# sourceMappingURL=district.service.js.map