import DataLoader from 'dataloader';
import { mapDatabaseError } from './database/database-errors.js';
import { auditedAs } from './events/audit-subscriber.js';
import { recordEvent } from './events/outbox.js';
import { businessDay } from './time/business-day.js';
/** First argument of every service: who acts, where, in which language, in which transaction, with which loaders. */
export class RequestContext {
    constructor(kernel, facts, em, 
    /** True inside {@link transaction}; writing is possible only there. */
    writing = false) {
        this.kernel = kernel;
        this.facts = facts;
        this.writing = writing;
        // Not #private: Apollo hands each operation a shallow copy of its context, which #private fields do not survive
        // (cloneObject in @apollo/server's internalExecuteOperation).
        this.loaders = new Map();
        /** What is being done, as the audit record will say: the mutation's name, or the name of the job. */
        this.action = 'read';
        this.manager = em;
    }
    get requestId() {
        return this.facts.requestId;
    }
    get principal() {
        return this.facts.principal;
    }
    get locale() {
        return this.facts.locale;
    }
    /** The district whose data this work may touch. Throws for a caller without one (nobody gets so far unchecked). */
    get district() {
        if (!this.facts.district)
            throw new Error('this work has no district');
        return this.facts.district;
    }
    /** Today's business day in Asia/Shanghai, `YYYY-MM-DD`. */
    get today() {
        return businessDay(this.facts.startedAt);
    }
    /** Query builder for reading; inside a transaction it is bound to it. */
    get sql() {
        return this.manager.getKysely();
    }
    /** Unit of work for writing. Errors: a plain Error outside {@link transaction}, where no audit could be written. */
    get em() {
        if (!this.writing)
            throw new Error('writing needs ctx.transaction()');
        return this.manager;
    }
    /**
     * A batching loader, one per key and request. `load` gets distinct keys and answers in their order.
     * Loads of the same tick share one statement.
     */
    batched(name, load) {
        let loader = this.loaders.get(name);
        if (!loader) {
            loader = new DataLoader(load);
            this.loaders.set(name, loader);
        }
        return (key) => loader.load(key);
    }
    /**
     * Runs a use case in one transaction: its changes, their audit records, its events and jobs commit together or not
     * at all. Inside an open transaction it joins that one. Database refusals come out as ours.
     */
    async transaction(work) {
        if (this.writing)
            return work(this);
        try {
            return await this.manager.fork().transactional(async (em) => {
                const tx = new RequestContext(this.kernel, this.facts, em, true);
                tx.action = this.action;
                return auditedAs(tx, async () => {
                    const result = await work(tx);
                    await em.flush();
                    return result;
                });
            });
        }
        catch (error) {
            throw mapDatabaseError(error);
        }
        finally {
            // Whatever was loaded before the change may be stale now.
            this.loaders = new Map();
        }
    }
    /** Records an event of this transaction and queues its handlers. Payloads carry ids and codes only. */
    async emit(type, payload) {
        if (!this.writing)
            throw new Error('an event needs ctx.transaction()');
        await recordEvent(this, type, payload);
    }
}
//# sourceMappingURL=context.js.map