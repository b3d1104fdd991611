import { type Command } from 'commander';
/** `lianxin token`: prints a token of the demo issuer and nothing else. Only servers with the demo on accept it. */
export declare function registerToken(program: Command): void;
