export type { SqliteStore } from './create-store.ts'
export { openSqlite, type SqliteOutbox } from './open-sqlite.ts'
export { runSqliteWorker, type SqliteWorkerOptions } from './run-sqlite-worker.ts'
