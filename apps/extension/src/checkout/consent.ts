import * as v from 'valibot'
import { type StorageItem, storageItem } from '../platform/storage-item.ts'

/** Raised when the text that people agree to changes its meaning: they are then asked again. */
export const consentVersion = 1

export interface Consent {
  readonly version: number
  /** ISO 8601. */
  readonly at: string
}

const consentSchema: v.GenericSchema<unknown, Consent> = v.object({ version: v.number(), at: v.string() })

/** What was agreed to on the first-run page, and when. */
export const consentItem: StorageItem<Consent | null> = storageItem({
  key: 'consent',
  schema: v.nullable(consentSchema),
  fallback: null,
})

export function isConsentValid(consent: Consent | null): boolean {
  return consent !== null && consent.version === consentVersion
}
