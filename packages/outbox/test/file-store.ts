import { DatabaseSync } from 'node:sqlite'
import { listMatching, type OrderRecord, type PlainStore } from '../src/index.ts'

/** A file that several processes read and write; all that is atomic in it is a single `put`. */
export function createFileStore(path: string): PlainStore & { readonly close: () => void } {
  const database = new DatabaseSync(path)
  database.exec(
    'PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; CREATE TABLE IF NOT EXISTS record (id TEXT PRIMARY KEY, json TEXT)',
  )
  const one = database.prepare('SELECT json FROM record WHERE id = ?')
  const all = database.prepare('SELECT json FROM record')
  const write = database.prepare('INSERT OR REPLACE INTO record (id, json) VALUES (?, ?)')
  const read = (row: { readonly json?: unknown }): OrderRecord => JSON.parse(String(row.json))
  return {
    get: async id => {
      const row = one.get(id)
      return row && read(row)
    },
    list: async filter => listMatching(all.all().map(read), filter),
    put: async record => {
      write.run(record.id, JSON.stringify(record))
    },
    close: () => database.close(),
  }
}
