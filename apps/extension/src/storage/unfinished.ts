import * as v from 'valibot'
import { type Backup, backupSchema } from '../data/backup.ts'
import { type StorageItem, storageItem } from './storage-item.ts'

/** What was begun and touches more than one store: the next worker takes it to its end. */
export type Unfinished = { readonly kind: 'import'; readonly backup: Backup } | { readonly kind: 'forget' }

const unfinishedSchema: v.GenericSchema<unknown, Unfinished | null> = v.nullable(
  v.variant('kind', [
    v.object({ kind: v.literal('import'), backup: backupSchema }),
    v.object({ kind: v.literal('forget') }),
  ]),
)

export const unfinishedItem: StorageItem<Unfinished | null> = storageItem({
  key: 'unfinished',
  schema: unfinishedSchema,
  fallback: null,
})
