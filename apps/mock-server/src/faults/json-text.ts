/** A token of JSON text: the name of a field, another text, or a number, each as it stands. */
export interface JsonToken {
  readonly kind: 'name' | 'string' | 'number'
  readonly text: string
}

// A catalogue is answered as it came, and may be no JSON: a text without an end goes on to the end, and nothing is read twice.
const token = /("[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|\\?$))(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

/** JSON text with its tokens changed, everything between them and every digit as it was. */
export function mapTokens(json: string, change: (token: JsonToken) => string): string {
  return json.replace(token, (whole, string: string | undefined, colon: string | undefined) => {
    if (string === undefined) return change({ kind: 'number', text: whole })
    const kind = colon === undefined ? 'string' : 'name'
    return change({ kind, text: string }) + (colon ?? '')
  })
}

/** A list, or an object of objects by id, without its last one; any other JSON as it is. */
export function withoutLast(text: string): string {
  const json = text.trim()
  const isBatch = json.startsWith('[') || /^\{"(?:[^"\\]|\\.)*":\{/.test(json)
  return isBatch ? withItems(json, itemsOf(json).slice(0, -1)) : json
}

/** An object without a field; any other JSON as it is. */
export function withoutField(text: string, name: string): string {
  const json = text.trim()
  const items = json.startsWith('{') ? itemsOf(json) : undefined
  return items === undefined
    ? json
    : withItems(
        json,
        items.filter(item => !item.startsWith(`"${name}":`)),
      )
}

function withItems(json: string, items: readonly string[]): string {
  return json.slice(0, 1) + items.join(',') + json.slice(-1)
}

/** The text of each item of a list or object, a field with its name. */
function itemsOf(json: string): readonly string[] {
  const items: string[] = []
  let depth = 0
  let from = 1
  for (const match of json.matchAll(/"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|\\?$)|[[\]{},]/g)) {
    const [mark] = match
    if (mark === '[' || mark === '{') depth += 1
    if (mark === ']' || mark === '}') depth -= 1
    const isEnd = depth === 0 && match.index === json.length - 1
    if (isEnd ? match.index > from : depth === 1 && mark === ',') {
      items.push(json.slice(from, match.index))
      from = match.index + 1
    }
  }
  return items
}
