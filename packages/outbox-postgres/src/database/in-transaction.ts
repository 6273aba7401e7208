import type { ClientBase, Pool } from 'pg'

/** What asks a database something: a pool, or a client of one in a transaction. */
export type Queries = Pool | ClientBase

/** A conflict with another transaction, which is no fault: a serialization failure, a deadlock, an id that was inserted meanwhile. */
const conflicts: readonly unknown[] = ['40001', '40P01', '23505']

const mostTries = 20

/** Sends a statement after those that were sent before it. */
export type Send = <T>(statement: () => Promise<T>) => Promise<T>

/** Returns what sends statements without waiting in between if the client can, and else each after the answer to the one before. */
export function inOrder(client: ClientBase): Send {
  if ('pipeline' in client && client.pipeline === true) return statement => statement()
  let last: Promise<unknown> = Promise.resolve()
  return statement => {
    const next = last.then(statement)
    last = next
    return next
  }
}

/** Thrown inside a transaction to run it again. */
export class TryAgain extends Error {
  override readonly name = 'TryAgain'
}

/**
 * Runs a task in a transaction of its own, again after a conflict with another one. What it sends first
 * by `send` need not wait for `BEGIN`.
 */
export async function inTransaction<T>(
  pool: Pool,
  task: (client: ClientBase, send: Send) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const client = await pool.connect()
    let broken: Error | undefined
    const note = (error: Error): void => {
      broken = error
    }
    // A connection that breaks fails its statement too; that nobody listens would end the process.
    client.on('error', note)
    try {
      const send = inOrder(client)
      const begun = send(() => client.query('BEGIN'))
      const [value] = await Promise.all([task(client, send), begun])
      await client.query('COMMIT')
      return value
    } catch (error) {
      broken ??= await rollBack(client)
      if (tries === mostTries || !isConflict(error)) throw error
    } finally {
      client.off('error', note)
      client.release(broken)
    }
  }
}

function isConflict(error: unknown): boolean {
  return (
    error instanceof TryAgain || (error instanceof Error && 'code' in error && conflicts.includes(error.code))
  )
}

/** Resolves with why the client is of no use any more, if that is so. */
async function rollBack(client: ClientBase): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK')
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
