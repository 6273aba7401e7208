/** One row of a list that stays in place while what it shows changes: focus and opened details survive. */
export interface Row<Item> {
  readonly node: HTMLElement
  update(item: Item): void
}

/** Shows items in their order, one row for each key. */
export function keyedList<Item>(
  parent: HTMLElement,
  keyOf: (item: Item) => string,
  create: (item: Item) => Row<Item>,
): (items: readonly Item[]) => void {
  const rows = new Map<string, Row<Item>>()
  return items => {
    const wanted = new Set(items.map(keyOf))
    for (const [key, { node }] of rows) {
      if (wanted.has(key)) continue
      node.remove()
      rows.delete(key)
    }
    let next = parent.firstElementChild
    for (const item of items) {
      const key = keyOf(item)
      const row = rows.get(key) ?? create(item)
      rows.set(key, row)
      row.update(item)
      if (row.node === next) next = next.nextElementSibling
      else parent.insertBefore(row.node, next)
    }
  }
}
