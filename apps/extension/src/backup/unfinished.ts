import * as v from 'valibot'
import { type StorageItem, storageItem } from '../platform/storage-item.ts'
import { type Backup, backupSchema } from './backup-file.ts'

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
