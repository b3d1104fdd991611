import { type Credentials, type Kernel } from '../../kernel/index.js';
/** Issues a token of the demo. It names a district and a role's demo principal; what that may do stands in the tables. */
export declare function issueDemoToken(home: string, district: string, role: string): Promise<string>;
/** Reads tokens of the demo issuer, where the demo is on; elsewhere such a token is as good as none. */
export declare function readDemoToken(token: string, kernel: Kernel): Promise<Credentials | null>;
/** Subject of the demo principal that holds a role. */
export declare function demoSubject(role: string): string;
