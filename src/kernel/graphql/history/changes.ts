import { Kind, parseType, type TypeNode } from 'graphql';
import { type Deprecation, readDeprecation } from '../deprecation.js';
import { type ElementKind, type GraphElement, type GraphElements, ROOT_TYPES } from './graph-elements.js';

/**
 * What a change means to programs written before it. BREAKING: one that was right is refused or reads something else.
 * DANGEROUS: one may meet what it has not thought of, such as a new value of an enum. SAFE: none notices.
 */
export type Severity = 'BREAKING' | 'DANGEROUS' | 'SAFE';

export type ChangeKind =
  | `${ElementKind}_ADDED`
  | `${ElementKind}_REMOVED`
  | 'SHAPE_CHANGED'
  | 'TYPE_CHANGED'
  | 'DEFAULT_CHANGED'
  | 'ONE_OF_CHANGED'
  | 'FORMAT_CHANGED'
  | 'DEPRECATED'
  | 'DEPRECATION_CHANGED'
  | 'DEPRECATION_LIFTED'
  | 'OWNER_CHANGED';

/** One difference between two graphs. */
export interface GraphChange {
  readonly kind: ChangeKind;
  readonly severity: Severity;
  readonly coordinate: string;
  /** What stood there before and after, where both say something: types, defaults, names, plugins. */
  readonly from?: string;
  readonly to?: string;
  /** Promise that holds for it now; of what was removed, the one under which it was released. */
  readonly deprecation?: Deprecation;
}

/** Every difference, by coordinate. What comes or goes with its type or field is not named beside that; roots are never. */
export function graphChanges(before: GraphElements, after: GraphElements): GraphChange[] {
  const changes: GraphChange[] = [];
  for (const [key, old] of before) {
    const now = after.get(key);
    if (ROOT_TYPES.has(key) || goesWithItsParent(old, before, after)) continue;
    if (now) changes.push(...changesOf(old, now));
    else changes.push(removal(old));
  }
  for (const [key, element] of after) {
    if (before.has(key) || ROOT_TYPES.has(key) || goesWithItsParent(element, after, before)) continue;
    changes.push(addition(element));
  }
  return changes.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

const order = ({ coordinate, kind, from, to }: GraphChange): string => `${coordinate} ${kind} ${from} ${to}`;

/**
 * Whether an element stands in something that the other graph lacks, or has in another shape. The roots are no such
 * thing: nobody asks for `Query`, but for its fields.
 */
function goesWithItsParent({ parent }: GraphElement, here: GraphElements, there: GraphElements): boolean {
  const own = parent === undefined || ROOT_TYPES.has(parent) ? undefined : here.get(parent);
  if (!own) return false;
  const other = there.get(own.coordinate);
  return !other || own.shape !== other.shape;
}

function removal({ kind, coordinate, type, deprecated }: GraphElement): GraphChange {
  return {
    kind: `${kind}_REMOVED`,
    severity: 'BREAKING',
    coordinate,
    from: type,
    deprecation: deprecated === undefined ? undefined : readDeprecation(deprecated),
  };
}

function addition(element: GraphElement): GraphChange {
  const { kind, coordinate, type, deprecated } = element;
  const deprecation = deprecated === undefined ? undefined : readDeprecation(deprecated);
  return { kind: `${kind}_ADDED`, severity: severityOfAddition(element), coordinate, to: type, deprecation };
}

function severityOfAddition(element: GraphElement): Severity {
  switch (element.kind) {
    case 'ARGUMENT':
    case 'INPUT_FIELD':
      return isRequired(element) ? 'BREAKING' : 'SAFE';
    case 'ENUM_VALUE':
    case 'UNION_MEMBER':
    case 'INTERFACE':
      return 'DANGEROUS';
    default:
      return 'SAFE';
  }
}

const isInput = ({ kind }: GraphElement): boolean => kind === 'ARGUMENT' || kind === 'INPUT_FIELD';
const isRequired = ({ type, default: given }: GraphElement): boolean => type!.endsWith('!') && given === undefined;

function changesOf(old: GraphElement, now: GraphElement): GraphChange[] {
  const { coordinate } = now;
  if (old.shape !== now.shape) {
    return [{ kind: 'SHAPE_CHANGED', severity: 'BREAKING', coordinate, from: old.shape, to: now.shape }];
  }
  const changes: GraphChange[] = [];
  if (old.type !== now.type) {
    const [narrow, wide] = isInput(now) ? [old.type!, now.type!] : [now.type!, old.type!];
    const severity = fits(parseType(narrow), parseType(wide)) ? 'SAFE' : 'BREAKING';
    changes.push({ kind: 'TYPE_CHANGED', severity, coordinate, from: old.type, to: now.type });
  }
  if (old.default !== now.default) {
    const severity = isRequired(now) && !isRequired(old) ? 'BREAKING' : 'DANGEROUS';
    changes.push({ kind: 'DEFAULT_CHANGED', severity, coordinate, from: old.default, to: now.default });
  }
  if (old.oneOf !== now.oneOf) {
    const severity = now.oneOf ? 'BREAKING' : 'SAFE';
    changes.push({ kind: 'ONE_OF_CHANGED', severity, coordinate, from: `${old.oneOf}`, to: `${now.oneOf}` });
  }
  if (old.specifiedBy !== now.specifiedBy) {
    const [from, to] = [old.specifiedBy, now.specifiedBy];
    changes.push({ kind: 'FORMAT_CHANGED', severity: 'DANGEROUS', coordinate, from, to });
  }
  if (old.deprecated !== now.deprecated) changes.push(deprecationChange(old.deprecated, now.deprecated, coordinate));
  return changes;
}

/** Whether every value of the first type is one of the second. */
function fits(narrow: TypeNode, wide: TypeNode): boolean {
  if (narrow.kind === Kind.NON_NULL_TYPE) {
    return fits(narrow.type, wide.kind === Kind.NON_NULL_TYPE ? wide.type : wide);
  }
  if (wide.kind === Kind.NON_NULL_TYPE) return false;
  if (narrow.kind === Kind.LIST_TYPE) return wide.kind === Kind.LIST_TYPE && fits(narrow.type, wide.type);
  return wide.kind === Kind.NAMED_TYPE && narrow.name.value === wide.name.value;
}

/** A promise may be made, prolonged and taken back; to shorten it breaks it. */
function deprecationChange(from: string | undefined, to: string | undefined, coordinate: string): GraphChange {
  const promised = from === undefined ? undefined : readDeprecation(from);
  const deprecation = to === undefined ? undefined : readDeprecation(to);
  if (to === undefined) return { kind: 'DEPRECATION_LIFTED', severity: 'SAFE', coordinate };
  if (from === undefined) return { kind: 'DEPRECATED', severity: 'SAFE', coordinate, deprecation };
  const shortened = promised && (!deprecation || deprecation.removeAfter < promised.removeAfter);
  return {
    kind: 'DEPRECATION_CHANGED',
    severity: shortened ? 'BREAKING' : 'SAFE',
    coordinate,
    from: promised?.removeAfter,
    to: deprecation?.removeAfter,
    deprecation,
  };
}
