export { createPostgresPaces } from './create-postgres-paces.ts'
export { graphileTask } from './engines/graphile-task.ts'
export { pgBossHandler } from './engines/pg-boss-handler.ts'
export { type OrderJob, sendJob } from './engines/send-job.ts'
export type { BatchLock } from './locks/create-batch-lock.ts'
export { createLeaseLock, type LeaseOptions } from './locks/create-lease-lock.ts'
export { createSessionLock } from './locks/create-session-lock.ts'
export { migrate } from './migrate.ts'
export { createPostgresStore, type PostgresStore } from './store/create-postgres-store.ts'
export {
  type PostgresPorts,
  type PostgresWorkerOptions,
  runPostgresWorker,
} from './worker/run-postgres-worker.ts'
export type { Telemetry, TelemetryMeter, TelemetrySpan, TelemetryTracer } from './worker/telemetry.ts'
