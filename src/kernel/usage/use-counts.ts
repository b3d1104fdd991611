import type { RequestFacts } from '../context.js';
import type { Namings, UsedOperation } from './namings.js';
import { MAX_FIELDS, MAX_OPERATIONS, type OperationUse } from './operation-use.repository.js';

const MAX_NAME = 64;
/** Counts kept at once, for all districts; of more operations than these nothing is counted until some are taken. */
const MAX_COUNTS = 20_000;
/** Of these as many for one district, so that nobody silences another's. */
export const MAX_COUNTS_OF_DISTRICT = 5_000;
/** Phones, ID numbers and dates of birth: some client writes them into the names of its operations. */
const LONG_NUMBER = /\d{5,}/g;

interface Count {
  readonly module: string;
  readonly clientId: string | null;
  readonly operation: string;
  /** As named last; the same list as long as the same document is used. */
  latest: readonly string[];
  /** All of them, once there was more than one list. */
  fields: Set<string> | undefined;
  uses: number;
  firstUsedAt: Date;
  lastUsedAt: Date;
}

interface CountsOfDistrict {
  /** Client and module -> operation. */
  readonly operations: Map<string, Map<string, Count>>;
  size: number;
}

/** Counts of uses in memory, until they are taken to be written. */
export class UseCounts {
  readonly #counts = new Map<number, CountsOfDistrict>();
  #size = 0;

  constructor(readonly namings: Namings) {}

  /** Counts one use by whoever the request is from. */
  note({ district, principal, startedAt }: RequestFacts, used: UsedOperation): void {
    if (!district) return;
    const named = this.namings.of(used);
    if (named.size === 0) return;
    const operation = nameOf(used);
    const clientId = principal?.client?.id ?? null;
    const once = { clientId, operation, uses: 1, firstUsedAt: startedAt, lastUsedAt: startedAt };
    for (const [module, fields] of named) this.add(district.id, { module, fields, ...once });
  }

  add(districtId: number, use: OperationUse): void {
    const district = madeIn(this.#counts, districtId, () => ({ operations: new Map(), size: 0 }));
    const operations = madeIn(district.operations, `${use.clientId ?? ''} ${use.module}`, () => new Map());
    let count = operations.get(use.operation);
    if (!count) {
      const full = district.size >= MAX_COUNTS_OF_DISTRICT || this.#size >= MAX_COUNTS;
      if (full || operations.size >= MAX_OPERATIONS) return;
      count = { ...use, uses: 0, latest: use.fields, fields: undefined };
      operations.set(use.operation, count);
      district.size += 1;
      this.#size += 1;
    }
    count.uses += use.uses;
    if (use.firstUsedAt < count.firstUsedAt) count.firstUsedAt = use.firstUsedAt;
    if (use.lastUsedAt > count.lastUsedAt) count.lastUsedAt = use.lastUsedAt;
    if (use.fields !== count.latest) addFields(count, use.fields);
  }

  /** Everything counted so far by district; from here on it is counted anew. */
  take(): [districtId: number, uses: OperationUse[]][] {
    const taken = [...this.#counts].map(([districtId, district]): [number, OperationUse[]] => [
      districtId,
      [...district.operations.values()].flatMap((operations) =>
        [...operations.values()].map(({ latest, fields, ...count }) => ({
          ...count,
          fields: [...(fields ?? latest)].sort(),
        })),
      ),
    ]);
    this.#counts.clear();
    this.#size = 0;
    return taken;
  }
}

function addFields(count: Count, named: readonly string[]): void {
  count.fields ??= new Set(count.latest);
  for (const field of named) if (count.fields.size < MAX_FIELDS) count.fields.add(field);
  count.latest = named;
}

/** The name it is known by: its own, without what may number a person, or the beginning of the hash of its text. */
function nameOf({ operation, hash }: UsedOperation): string {
  return operation.name?.value.replace(LONG_NUMBER, '#').slice(0, MAX_NAME) ?? `#${hash.slice(0, 16)}`;
}

/** The value of a key, made when it is missing. */
function madeIn<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
