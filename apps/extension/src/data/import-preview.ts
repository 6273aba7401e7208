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
}
