import { isolate } from '@orderwright/core'
export interface BadgeWords {
  /** Blank: no badge. */
  readonly text: string
  /** The title of the icon: the badge in words, for who cannot see it. */
  readonly title: string
}

/** What the toolbar's icon says while so many orders need the person; `accounts` are the names of theirs. */
export function badgeWords(count: number, accounts: readonly string[]): BadgeWords {
  if (count === 0) return { text: '', title: 'Order for this page' }
  const orders = count === 1 ? '1 order needs' : `${count} orders need`
  const where = accounts.length === 0 ? '' : ` (${accounts.map(isolate).join(', ')})`
  return { text: count > 99 ? '99+' : `${count}`, title: `Orderwright: ${orders} you${where}` }
}
