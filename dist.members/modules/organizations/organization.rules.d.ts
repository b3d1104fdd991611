import { type Problems } from '../../kernel/index.js';
import type { FigureDelta } from './figures.repository.js';
import type { OrganizationRow } from './organization.entity.js';
import type { OrganizationKind, OrganizationLevel, OrganizationStatus, OrganizationType } from './organization.enums.js';
type Place = {
    readonly type: OrganizationType;
    readonly level: OrganizationLevel;
};
/** Type and level of a body of this kind, as far as they are given; `null` when there is none such. */
export declare function placeOf(kind: OrganizationKind, given: {
    readonly type?: OrganizationType | null;
    readonly level?: OrganizationLevel | null;
}, root: boolean): Place | null;
/** Order of the tree: neither type nor level rises on the way down, and only the root coordinates. */
export declare function fitsBelow(child: Place, parent: Place): boolean;
/** What the refusal for the order of the tree names. */
export declare function orderDetails(child: Place, parent: Place): {
    type: "COORDINATING" | "HUB" | "PORT" | "SERVICE";
    level: "DISTRICT" | "GRASSROOTS" | "SUBDISTRICT";
    parentType: "COORDINATING" | "HUB" | "PORT" | "SERVICE";
    parentLevel: "DISTRICT" | "GRASSROOTS" | "SUBDISTRICT";
};
export declare function mayBecome(from: OrganizationStatus, to: OrganizationStatus): boolean;
export declare function hasEnded(status: OrganizationStatus): boolean;
/** Dates as rows and entities have them. */
interface Dates {
    readonly foundedOn?: string | null;
    readonly endedOn?: string | null;
}
type Counted = Pick<OrganizationRow, 'id' | 'kind'> & Dates;
/** What a body adds to the number of unions: one from its founding to its end. Bodies never founded add nothing. */
export declare function unionFigures({ id, kind, foundedOn, endedOn }: Counted, sign?: number): FigureDelta[];
type Path = readonly string[];
/** A name without surrounding space and of fitting length. */
export declare function checkName(problems: Problems, path: Path, name: string | null | undefined, min?: number, max?: number): string;
/** A credit code in its written form, or `null` when none is given. */
export declare function checkCreditCode(problems: Problems, path: Path, code: string | null | undefined): string | null;
export declare function checkPast(problems: Problems, path: Path, day: string | null | undefined, today: string): void;
/** Half-open: what ends on the day it begins would never have held. */
export declare function checkOrder(problems: Problems, path: Path, since: string | null | undefined, until: string | null | undefined): void;
/** Founding and end dates go with the status. */
export declare function checkDates(problems: Problems, path: Path, body: Dates & {
    readonly status: OrganizationStatus;
}, today: string): void;
export {};
