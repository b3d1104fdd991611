/** What tests use of s3rver, which brings no types. */
declare module 's3rver' {
  import type { RequestListener } from 'node:http';

  interface Options {
    readonly silent: boolean;
    readonly directory: string;
    readonly configureBuckets: readonly { readonly name: string; readonly configs: readonly string[] }[];
  }

  export default class S3rver {
    constructor(options: Options);
    configureBuckets(): Promise<void>;
    getMiddleware(): RequestListener;
  }
}
