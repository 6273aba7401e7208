/** "separated by a comma, up to 100 IDs" (the document). */
export const mostIds = 100

/** The ids of a list, in the order given; `undefined` for none and for more than a panel takes. */
export function idList(text: string | undefined): readonly string[] | undefined {
  const ids = (text ?? '')
    .split(',')
    .map(id => id.trim())
    .filter(id => id !== '')
  return ids.length === 0 || ids.length > mostIds ? undefined : ids
}
