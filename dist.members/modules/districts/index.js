export { District, DistrictKind } from './district.type.js';
export { visibleDistrict } from './district.service.js';
export { districts } from './plugin.js';
//# sourceMappingURL=index.js.map