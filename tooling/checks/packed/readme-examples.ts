import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../src/root.ts'

export interface Example {
  readonly file: string
  /** Where the example begins, counted from 1. */
  readonly line: number
  readonly source: string
  /** What the document says that it prints; `undefined` where it says nothing. */
  readonly output: string | undefined
}

/** The whole programs in a document: every `ts` block that imports, with the `text` block that stands under it. */
export function readmeExamples(file: string): readonly Example[] {
  const markdown = readFileSync(join(root, file), 'utf8')
  const blocks = [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
  return blocks.flatMap((block, index) => {
    const [, language, source = ''] = block
    if (language !== 'ts' || !/^import /m.test(source)) return []
    const next = blocks[index + 1]
    const output = next?.[1] === 'text' ? next[2] : undefined
    return [{ file, line: markdown.slice(0, block.index).split('\n').length, source, output }]
  })
}
