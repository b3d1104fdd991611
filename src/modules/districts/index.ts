export { District, DistrictKind } from './district.type.js';
export { districts } from './plugin.js';
