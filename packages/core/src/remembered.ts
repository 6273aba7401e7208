/** As many texts as a catalogue of hundreds of services has numbers. */
const mostKept = 1000
/** A longer text is no number that comes again and again, and would hold memory. */
const longestKept = 40

/**
 * A pure function of a text that keeps what it gave for the latest texts: a service's numbers are texts, read again for
 * each order of it. What it gives must not be changed.
 */
export function remembered<Value extends object>(read: (text: string) => Value): (text: string) => Value {
  const kept = new Map<string, Value>()
  return text => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const value = read(text)
    if (text.length > longestKept) return value
    if (kept.size >= mostKept) kept.clear()
    kept.set(text, value)
    return value
  }
}
