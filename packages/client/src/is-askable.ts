/**
 * Whether an order or a refill can have this id: no text of more than 128 characters is one, nor one with a comma,
 * which separates ids, with white space or with control characters. Such an id is no reason to ask for no others.
 */
export function isAskable(id: string): boolean {
  return id !== '' && id.length <= 128 && !/[\s,\p{C}]/u.test(id)
}
