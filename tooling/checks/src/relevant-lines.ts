import { stripVTControlCharacters } from 'node:util'

/** Lines that say of a task that it went well, or that it was begun. */
const noise = [
  /^\s*✓/,
  /^\s*• /,
  /^\s*$/,
  /: cache (miss|hit|bypass)/,
  /^\$ /,
  /^\s*(RUN|Start at|Duration|Isolate|JSON report written)/,
  /at least ~.*faster with isolate/,
]

/** What is left of the output of turbo and Vitest for a person who mends a failure, without colours. */
export function relevantLines(output: string): string {
  const lines = stripVTControlCharacters(output).split('\n')
  return lines.filter(line => !noise.some(pattern => pattern.test(line))).join('\n')
}
