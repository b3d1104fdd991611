import type { RequestFacts } from '../context.js';
import type { Namings, UsedOperation } from './namings.js';
import { MAX_FIELDS, MAX_OPERATIONS, type OperationUse } from './operation-use.repository.js';

const MAX_NAME = 64;
/** Counts kept at once, for all districts; of more operations than these nothing is counted until some are taken. */
const MAX_COUNTS = 20_000;

interface Count {
  readonly module: string;
  readonly clientId: string | null;
  readonly operation: string;
  readonly fields: Set<string>;
  uses: number;
  firstUsedAt: Date;
  lastUsedAt: Date;
}

/** Counts of uses in memory, until they are taken to be written. */
export class UseCounts {
  /** District -> client and module -> operation. */
  readonly #counts = new Map<number, Map<string, Map<string, Count>>>();
  #size = 0;

  constructor(readonly namings: Namings) {}

  /** Counts one use by whoever the request is from. */
  note({ district, principal, startedAt }: RequestFacts, used: UsedOperation): void {
    if (!district) return;
    const named = this.namings.of(used);
    if (named.size === 0) return;
    const operation = used.operation.name?.value.slice(0, MAX_NAME) ?? `#${used.hash.slice(0, 16)}`;
    const clientId = principal?.client?.id ?? null;
    const once = { clientId, operation, uses: 1, firstUsedAt: startedAt, lastUsedAt: startedAt };
    for (const [module, fields] of named) this.add(district.id, { module, fields, ...once });
  }

  add(districtId: number, use: OperationUse): void {
    const ofDistrict = madeIn(this.#counts, districtId, () => new Map<string, Map<string, Count>>());
    const operations = madeIn(ofDistrict, `${use.clientId ?? ''} ${use.module}`, () => new Map<string, Count>());
    let count = operations.get(use.operation);
    if (!count) {
      if (operations.size >= MAX_OPERATIONS || this.#size >= MAX_COUNTS) return;
      count = { ...use, uses: 0, fields: new Set() };
      operations.set(use.operation, count);
      this.#size += 1;
    }
    count.uses += use.uses;
    if (use.firstUsedAt < count.firstUsedAt) count.firstUsedAt = use.firstUsedAt;
    if (use.lastUsedAt > count.lastUsedAt) count.lastUsedAt = use.lastUsedAt;
    for (const field of use.fields) if (count.fields.size < MAX_FIELDS) count.fields.add(field);
  }

  /** Everything counted so far by district; from here on it is counted anew. */
  take(): [districtId: number, uses: OperationUse[]][] {
    const taken = [...this.#counts].map(([districtId, ofDistrict]): [number, OperationUse[]] => [
      districtId,
      [...ofDistrict.values()].flatMap((operations) =>
        [...operations.values()].map((count) => ({ ...count, fields: [...count.fields].sort() })),
      ),
    ]);
    this.#counts.clear();
    this.#size = 0;
    return taken;
  }
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
