export declare const DistrictKind: {
    readonly DISTRICT: 'DISTRICT';
    readonly INDUSTRIAL: 'INDUSTRIAL';
};
export declare class District {
    id: string;
    code: string;
    kind: string;
    name: string;
    cityCode: string;
    modules: readonly string[];
}
