import * as v from 'valibot'
import { type StorageItem, storageItem } from './storage-item.ts'

/** How many drafts are kept: those of the pages that were visited last. */
const limit = 20

/** What was entered for one page and not ordered yet. */
export interface Draft {
  readonly serviceId: string
  readonly quantity: string
  readonly drip: boolean
  readonly params: Readonly<Record<string, string>>
  readonly link: string
}

interface StoredDraft extends Draft {
  /** The account and the page's canonical link; blank where the page is none that can be ordered for. */
  readonly accountId: string
  readonly page: string
}

const draftsSchema: v.GenericSchema<unknown, StoredDraft[]> = v.array(
  v.object({
    serviceId: v.string(),
    quantity: v.string(),
    drip: v.boolean(),
    params: v.record(v.string(), v.string()),
    link: v.string(),
    accountId: v.string(),
    page: v.string(),
  }),
)

const draftsItem: StorageItem<StoredDraft[]> = storageItem({
  key: 'drafts',
  schema: draftsSchema,
  fallback: [],
})

export async function draftFor(accountId: string, page: string): Promise<Draft | undefined> {
  return (await draftsItem.get()).find(draft => draft.accountId === accountId && draft.page === page)
}

/** Keeps what is entered for the page; nothing entered means nothing kept. */
export async function keepDraft(accountId: string, page: string, draft: Draft): Promise<void> {
  const stored: StoredDraft = { ...draft, accountId, page }
  await draftsItem.update(drafts =>
    [...(isBlank(draft) ? [] : [stored]), ...others(drafts, accountId, page)].slice(0, limit),
  )
}

function others(drafts: readonly StoredDraft[], accountId: string, page: string): readonly StoredDraft[] {
  return drafts.filter(draft => draft.accountId !== accountId || draft.page !== page)
}

function isBlank({ serviceId, quantity, params, link }: Draft): boolean {
  return [serviceId, quantity, link, ...Object.values(params)].every(text => text === '')
}
