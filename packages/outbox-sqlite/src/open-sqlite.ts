import { DatabaseSync } from 'node:sqlite'
import { createMemoryLock, type NamedLock, type PaceStore } from '@orderwright/outbox'
import { createPaces } from './create-paces.ts'
import { createStore, type SqliteStore } from './create-store.ts'
import { schema } from './schema.ts'
import { createTransactions } from './transactions.ts'

/** The ports of an outbox over one file. */
export interface SqliteOutbox extends Disposable {
  readonly store: SqliteStore
  /** Locks of this process, which is the only one. */
  readonly lock: NamedLock
  /** For the port `pacing`. */
  readonly paces: PaceStore
  /** For tables of yours in the same file; names that the store uses are `record`, `counter`, `event`, `consumer` and `pace`. */
  readonly database: DatabaseSync
  /**
   * Runs a task in one transaction with what it stores by `outbox.accept(draft, check, transaction)`, such as the debit of a
   * customer. It is rolled back if the task rejects. Other writes wait meanwhile: wait for nothing else in it.
   */
  transaction<T>(task: (transaction: DatabaseSync) => Promise<T>): Promise<T>
  /** Closes the file, so that another process can open it. */
  close(): void
}

/**
 * Opens the store of an outbox in a file, `:memory:` for none, and makes its tables if they are missing. Every commit is on the disk
 * before a call resolves. The file belongs to this process until it is closed or the process ends: another one that opens it is refused,
 * since the locks are of this process alone.
 *
 * @throws {Error} if the file cannot be opened, or another process has it open.
 *
 * @example
 * ```ts
 * const { store, close } = openSqlite(':memory:')
 * await store.list({ states: ['queued'] }) // []
 * await store.moveCursor('webhooks', '7')
 * await store.cursorOf('webhooks') // '7'
 * close()
 * ```
 */
export function openSqlite(path: string): SqliteOutbox {
  const database = new DatabaseSync(path)
  try {
    // An exclusive lock that ends with the process, however it ends.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;')
    database.exec(`BEGIN EXCLUSIVE; ${schema} COMMIT;`)
  } catch (error) {
    database.close()
    throw new Error(`openSqlite: cannot use ${path}: another process may have it open`, { cause: error })
  }
  const transactions = createTransactions(database)
  const close = (): void => database.close()
  return {
    store: createStore(database, transactions),
    lock: createMemoryLock(),
    paces: createPaces(database, transactions),
    database,
    transaction: task => transactions.run(task),
    close,
    [Symbol.dispose]: close,
  }
}
