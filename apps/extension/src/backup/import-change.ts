import type { AccountLimits } from '@orderwright/outbox'
import type { Account } from '../accounts/account.ts'
import type { Balance } from '../accounts/balances.ts'
import type { NotificationKind } from '../notifications/kinds.ts'
import type { Draft } from '../order-form/draft-store.ts'

/**
 * One thing that an import changes of what is stored beside the orders. What is stored is what is here with these
 * changes applied, and the person is shown the same list: nothing can be applied that is not in it.
 */
export type ImportChange =
  | { readonly kind: 'account'; readonly account: Account }
  /** An account that was removed before the file was made: its name for the orders that are left of it. */
  | { readonly kind: 'removed_account'; readonly account: Account }
  | { readonly kind: 'active_account'; readonly accountId: string }
  | {
      readonly kind: 'balance'
      readonly accountId: string
      readonly before: Balance | undefined
      readonly after: Balance
    }
  | {
      readonly kind: 'limits'
      readonly accountId: string
      readonly before: AccountLimits | undefined
      readonly after: AccountLimits
    }
  /** For how many minutes the same order is asked about. */
  | { readonly kind: 'duplicate_window'; readonly before: number; readonly after: number }
  | { readonly kind: 'notification'; readonly notification: NotificationKind; readonly isOn: boolean }
  /** What counts as seen of an order, by its record. */
  | { readonly kind: 'seen'; readonly recordId: string; readonly changes: readonly string[] }
  | {
      readonly kind: 'draft'
      readonly key: string
      readonly before: Draft | null
      readonly after: Draft
    }

export type ChangeOf<Kind extends ImportChange['kind']> = Extract<ImportChange, { readonly kind: Kind }>
