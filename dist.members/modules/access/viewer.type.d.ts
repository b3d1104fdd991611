export declare class ViewerRole {
    code: string;
    title: string;
}
export declare class Viewer {
    name: string;
    permissions: readonly string[];
}
