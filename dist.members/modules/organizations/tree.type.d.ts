export declare class ParentPeriod {
    since: string;
    until: string | null;
}
