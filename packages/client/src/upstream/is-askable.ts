/**
 * Returns whether an order or a refill can have this id: no text of more than 128 characters is one, nor one with a comma,
 * which separates ids, with white space or with control characters. The others of a batch are asked about all the same.
 */
export function isAskable(id: string): boolean {
  return id !== '' && id.length <= 128 && !/[\s,\p{C}]/u.test(id)
}
