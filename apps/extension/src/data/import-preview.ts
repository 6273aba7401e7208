/** What an import would do, or has done. */
export interface ImportPreview {
  /** ISO 8601. */
  readonly exportedAt: string
  /** The names of accounts that are added, without keys. */
  readonly newAccounts: readonly string[]
  /** The names of accounts that are here already, and stay as they are. */
  readonly keptAccounts: readonly string[]
  readonly newOrders: number
  /** Orders that are here, of which the file knows more. */
  readonly updatedOrders: number
  readonly keptOrders: number
  readonly newDrafts: number
  /** The names of accounts whose limits become stricter, or are set for the first time. */
  readonly limitedAccounts: readonly string[]
  /** For how many minutes the same order is asked about, where that changes. */
  readonly duplicateMinutes: { readonly before: number; readonly after: number } | undefined
}
