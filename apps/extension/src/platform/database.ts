import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** Opens a database, uses and closes it: a worker that may die at any moment holds nothing open. */
export async function withDatabase<Schema extends DBSchema, T>(
  name: string,
  version: number,
  create: (database: IDBPDatabase<Schema>) => void,
  use: (database: IDBPDatabase<Schema>) => Promise<T>,
): Promise<T> {
  const database = await openDB<Schema>(name, version, { upgrade: created => create(created) })
  try {
    return await use(database)
  } finally {
    database.close()
  }
}
