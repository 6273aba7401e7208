import type { Client } from 'pg'
import { type BatchLock, createBatchLock } from './create-batch-lock.ts'

const take =
  'SELECT name FROM unnest($1::text[]) AS name WHERE pg_try_advisory_lock(hashtextextended(name, 8))'

const release = 'SELECT pg_advisory_unlock(hashtextextended(name, 8)) FROM unnest($1::text[]) AS name'

/**
 * Creates locks that one session holds, a connection of its own that proves that this process lives: PostgreSQL releases them when it
 * ends, however it ends. `connect` opens it, past any PgBouncer, which would give it to others; it is opened anew after it was lost.
 *
 * @example
 * ```ts
 * import { Client } from 'pg'
 * const lock = createSessionLock(async () => {
 *   const client = new Client(process.env.DATABASE_URL)
 *   await client.connect()
 *   return client
 * })
 * const inside = await lock.run('account a', () => lock.tryRun('account a', async () => 'never'))
 * await lock.close()
 * inside // undefined
 * ```
 */
export function createSessionLock(connect: () => Promise<Client>): BatchLock {
  let session: Promise<Client> | undefined
  /** In which session each name was taken: one that was lost has released it. */
  const takenIn = new Map<string, Client>()

  async function open(): Promise<Client> {
    const opening = connect()
    session = opening
    const forget = (): void => {
      if (session === opening) session = undefined
    }
    try {
      const client = await opening
      client.on('error', forget)
      client.on('end', forget)
      return client
    } catch (error) {
      forget()
      throw error
    }
  }

  let last: Promise<unknown> = Promise.resolve()
  /** A session answers one question at a time. */
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const turn = last.then(task)
    last = turn.catch(() => undefined)
    return turn
  }

  return createBatchLock({
    take: names =>
      inTurn(async () => {
        const client = await (session ?? open())
        const { rows } = await client.query<{ name: string }>(take, [names])
        for (const { name } of rows) takenIn.set(name, client)
        return new Set(rows.map(({ name }) => name))
      }),
    release: names =>
      inTurn(async () => {
        const client = await session
        const held = names.filter(name => takenIn.get(name) === client)
        for (const name of names) takenIn.delete(name)
        if (client !== undefined && held.length > 0) await client.query(release, [held])
      }),
    close: async () => {
      const client = await session?.catch(() => undefined)
      session = undefined
      await client?.end()
    },
  })
}
