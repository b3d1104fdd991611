/** Version of the product, from its package.json. */
export declare const version: string;
