import { readFileSync } from 'node:fs'

export interface Example {
  /** The document, from the package's folder. */
  readonly file: string
  readonly language: string
  /** Where it begins, counted from 1. */
  readonly line: number
  readonly source: string
  /** What the document says that it prints. */
  readonly output: string
}

/** The blocks of a document in one of the languages, each with the block without a language that follows it. */
export function readExamples(file: string, languages: readonly string[]): readonly Example[] {
  const markdown = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
  const blocks = [...markdown.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)]
  return blocks.flatMap((block, index) => {
    const [, language = '', source = ''] = block
    const next = blocks[index + 1]
    if (!languages.includes(language)) return []
    if (next?.[1] !== '') throw new TypeError(`The example in ${language} has no output below it`)
    return [
      {
        file,
        language,
        source,
        line: markdown.slice(0, block.index).split('\n').length,
        output: next[2] ?? '',
      },
    ]
  })
}
