import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'

/** A whole program in a document. */
export interface DocumentedProgram {
  /** Where it begins, counted from 1. */
  readonly line: number
  readonly source: string
  /** What the document says that it prints, if it says so. */
  readonly output: string | undefined
}

/** Returns the programs of a Markdown text: each `ts` block that imports, with the `text` block that stands next. */
export function documentedPrograms(markdown: string): readonly DocumentedProgram[] {
  const blocks = [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
  return blocks.flatMap((block, index) => {
    const [, language, source = ''] = block
    if (language !== 'ts' || !/^import /m.test(source)) return []
    const next = blocks[index + 1]
    const output = next?.[1] === 'text' ? next[2] : undefined
    return [{ line: markdown.slice(0, block.index).split('\n').length, source, output }]
  })
}

/** Defines a test for each program of the package's README that prints something: it prints what the README says. */
export function testReadme(folder: string): void {
  const programs = documentedPrograms(readFileSync(join(folder, 'README.md'), 'utf8'))
  const printing = programs.filter(({ output }) => output !== undefined)
  describe('the README', () => {
    test('has programs that say what they print', () => {
      expect(printing.length).toBeGreaterThan(0)
    })
    test.each(printing)('prints what it says by the program in line $line', ({ source, output }) => {
      expect(run(source, folder)).toBe(output)
    })
  })
}

/**
 * Defines a test for each program that prints something in further documents of the package. They run one after another in one process,
 * which costs as much as one of them alone.
 */
export function testDocuments(folder: string, files: readonly string[]): void {
  const programs = files.flatMap(file =>
    documentedPrograms(readFileSync(join(folder, file), 'utf8')).map(program => ({ file, ...program })),
  )
  const between = '----- the next program -----'
  let printed: readonly string[] | undefined
  const outputs = (): readonly string[] => {
    printed ??= run(joined(programs, between), folder).split(`${between}\n`)
    return printed
  }
  describe('the documents', () => {
    test.each(programs.map((program, index) => ({ ...program, index })))(
      'print what they say by the program in $file, line $line',
      ({ index, output }) => {
        expect(output).toBeDefined()
        expect(outputs()[index]).toBe(output)
      },
    )
  })
}

/** Returns one module of several: their imports once each, and each of the rest in a block of its own. */
function joined(programs: readonly DocumentedProgram[], between: string): string {
  const isImport = /^import .*$/gm
  const imports = new Map<string, Set<string>>()
  for (const { source } of programs) {
    for (const [, names = '', from = ''] of source.matchAll(/^import \{ (.*) \} from '(.*)'$/gm)) {
      imports.set(from, new Set([...(imports.get(from) ?? []), ...names.split(', ')]))
    }
  }
  return [
    ...[...imports].map(([from, names]) => `import { ${[...names].join(', ')} } from '${from}'`),
    ...programs.map(({ source }) => `{\n${source.replace(isImport, '')}\n}\nconsole.log('${between}')`),
  ].join('\n')
}

/**
 * Defines a test for each `@example` in the package's sources: a line `expression // value` gives that value. What the
 * package exports need not be imported. They run in one process, each in a function of its own: a process for each took
 * half a second.
 */
export function testDocstrings(folder: string, name: string, exported: object): void {
  const examples = globSync('src/**/*.ts', { cwd: folder }).flatMap(file => {
    const text = readFileSync(join(folder, file), 'utf8')
    return [...text.matchAll(/^( *)\/?\*\*? @example\n *\* ```ts\n([\s\S]*?) *\* ```/gm)].map(match => {
      const lines = (match[2] ?? '').split('\n').map(line => line.replace(/^ *\* ?/, ''))
      return { file, body: asFunctionBody(lines, name, exported) }
    })
  })
  let failures: readonly string[] = []
  describe('the docstrings', () => {
    beforeAll(() => {
      failures = runEach(
        examples.map(({ body }) => body),
        folder,
      )
    })
    test('have examples', () => {
      expect(examples.length).toBeGreaterThan(0)
    })
    test.each(examples.map((example, index) => ({ ...example, index })))(
      'give what they say in $file',
      ({ body, index }) => {
        expect(body).toContain('assert.')
        expect(failures[index]).toBe('')
      },
    )
  })
}

/** Returns an example as the body of a function that asserts what its comments say. */
function asFunctionBody(lines: readonly string[], name: string, exported: object): string {
  const source = lines
    .map(line => {
      const [, imported, from] = /^import (\{.*\}) from ('.*')$/.exec(line) ?? []
      if (imported !== undefined) return `const ${imported} = await import(${from})`
      const [, expression, expected] = /^(.*?) \/\/ (.+)$/.exec(line) ?? []
      return expression === undefined ? line : `assert.deepEqual(${expression}, ${expected})`
    })
    .join('\n')
  const used = Object.keys(exported).filter(word => new RegExp(`\\b${word}\\b`).test(source))
  return `const { ${used.join(', ')} } = await import('${name}')\n{\n${source}\n}`
}

/** Runs the bodies in turn, and returns what each failed with, blank if it did not. */
function runEach(bodies: readonly string[], folder: string): readonly string[] {
  const program = [
    "import assert from 'node:assert/strict'",
    'const failures = []',
    ...bodies.map(
      body => `failures.push(await (async () => {\n${body}\n})().then(() => '', error => error.stack))`,
    ),
    'process.stdout.write(JSON.stringify(failures))',
  ]
  const failures: unknown = JSON.parse(run(program.join('\n'), folder))
  return Array.isArray(failures) ? failures : []
}

/** Runs a module as a reader would, on this Node, against the sources of the packages. */
function run(source: string, cwd: string): string {
  const flags = ['--conditions=@orderwright/source', '--disable-warning=ExperimentalWarning']
  const program = ['--input-type=module-typescript', '--eval', source]
  return execFileSync(process.execPath, [...flags, ...program], { cwd, encoding: 'utf8' })
}
