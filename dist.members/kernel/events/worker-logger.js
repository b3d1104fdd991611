import { Logger } from 'graphile-worker';
/** Lets the job runner speak through the product's structured log; payloads are left out. */
export function workerLogger(log) {
    return new Logger((scope) => (level, message) => {
        const facts = { component: 'worker', task: scope.taskIdentifier, jobId: scope.jobId };
        if (level === 'error')
            log.error(facts, message);
        else if (level === 'warning')
            log.warn(facts, message);
        else
            log.debug(facts, message);
    });
}
//# sourceMappingURL=worker-logger.js.map