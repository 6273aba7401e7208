import { AsyncLocalStorage } from 'node:async_hooks'
import type { DatabaseSync } from 'node:sqlite'

/** How a database is written to. */
export interface Transactions {
  /** Runs what writes, as one atomic step: in a transaction of its own or, if it is called inside `run`, in that one. */
  atomic<T>(write: () => T): Promise<T>
  /**
   * Runs a task in one transaction, which holds what the task writes by the database and by calls of the store; it is rolled back if the task rejects. Other
   * writes wait meanwhile, so the task must not wait for anything but the database.
   */
  run<T>(task: (database: DatabaseSync) => Promise<T>): Promise<T>
}

/** Returns the transactions of a database that this process alone writes to. */
export function createTransactions(database: DatabaseSync): Transactions {
  /** Set inside `run`: a connection has one transaction at a time, and whoever is outside must not write into it. */
  const inside = new AsyncLocalStorage<{ isOpen: boolean }>()
  const isInside = (): boolean => inside.getStore()?.isOpen === true
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0

  function commit<T>(write: () => T): T {
    database.exec('BEGIN IMMEDIATE')
    try {
      const value = write()
      database.exec('COMMIT')
      return value
    } catch (error) {
      rollBack(database)
      throw error
    }
  }

  /** Runs after all that came before. */
  async function inTurn<T>(task: () => Promise<T>): Promise<T> {
    waiting += 1
    const turn = last.then(task)
    last = turn
      .catch(() => undefined)
      .finally(() => {
        waiting -= 1
      })
    return await turn
  }

  return {
    atomic: async write => {
      if (isInside()) return write()
      return waiting === 0 ? commit(write) : await inTurn(async () => commit(write))
    },
    run: async task => {
      if (isInside()) return await task(database)
      return await inTurn(async () => {
        const own = { isOpen: true }
        database.exec('BEGIN IMMEDIATE')
        try {
          const value = await inside.run(own, () => task(database))
          database.exec('COMMIT')
          return value
        } catch (error) {
          rollBack(database)
          throw error
        } finally {
          // What the task has left running writes for itself from here on.
          own.isOpen = false
        }
      })
    },
  }
}

/** Rolls back, unless SQLite has done so already, as it does if the disk is full. */
function rollBack(database: DatabaseSync): void {
  if (database.isTransaction) database.exec('ROLLBACK')
}
