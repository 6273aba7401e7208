const openings: ReadonlySet<string> = new Set(['{', '['])
const closings: ReadonlySet<string> = new Set(['}', ']'])

/**
 * Whether JSON nests more than `most` lists and objects, before anything that recurses looks at it. Reads the text once;
 * of what is no JSON it says something, too.
 */
export function isDeeperThan(most: number, text: string): boolean {
  let depth = 0
  let isInText = false
  for (let index = 0; index < text.length; index += 1) {
    const mark = text.charAt(index)
    if (isInText && mark === '\\') index += 1
    else if (mark === '"') isInText = !isInText
    else if (!isInText && openings.has(mark)) depth += 1
    else if (!isInText && closings.has(mark)) depth -= 1
    if (depth > most) return true
  }
  return false
}
