import { globSync, readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { documentedPrograms } from '@orderwright/vitest'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../src/run-command.ts'
import { type PackedPackages, packPackages, published, succeed } from './packed-packages.ts'

// The pinned Node and, if the packages support it, the machine's own, which `npm test` names.
const { MACHINE_NODE: machineNode, MACHINE_NODE_VERSION: machineVersion = '' } = process.env
const isSupported = machineNode !== undefined && Number.parseInt(machineVersion.replace('v', ''), 10) >= 22
const nodes = [...new Set([...(isSupported ? [machineNode] : []), process.execPath])]
const names = published.map(({ name }) => name)

/** Node warns of `node:sqlite`, which is new there; that says nothing of a package, and stands in no document. */
const withoutNews = '--disable-warning=ExperimentalWarning'

/** What Vite makes of the mock server's page, with the licences of what is bundled into it. */
const builtPage = ['icon.svg', 'index.css', 'index.html', 'page.js', 'third-party-notices.md']

let packed: PackedPackages

beforeAll(async () => {
  packed = await packPackages()
}, 120_000)

afterAll(() => packed[Symbol.asyncDispose]())

describe.each(published)('$name', ({ name, folder }) => {
  const tarball = async (): Promise<Buffer<ArrayBuffer>> => await readFile(packed.tarballs.get(name) ?? '')

  test('has nothing that publint would change', async () => {
    const { buffer } = new Uint8Array(await tarball())
    const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true })
    expect(messages.map(message => formatMessage(message, pkg, { color: false }))).toEqual([])
  })

  test('has types that every resolution of an ES module finds, right to the last import', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(await tarball())))
    // These packages are ES modules alone: what CommonJS and resolution before `exports` cannot do is no defect.
    const expected = new Set(['node10', 'node16-cjs'])
    const problems = 'problems' in analysis ? analysis.problems : ['no types']
    expect(
      problems.filter(
        problem =>
          !(
            typeof problem === 'object' &&
            'resolutionKind' in problem &&
            expected.has(problem.resolutionKind)
          ),
      ),
    ).toEqual([])
  })

  test('carries what its sources give, its papers, and nothing else', async () => {
    const listing = await succeed(['tar', '-tzf', packed.tarballs.get(name) ?? ''], packed.project)
    const files = listing.trim().split('\n')
    const sources = globSync('**/*', { cwd: join(root, folder, 'src'), exclude: ['**/*.test.ts'] })
    const isOfPage = (file: string): boolean => file.startsWith('admin/page')
    const isCode = (file: string): boolean => file.endsWith('.ts') && !isOfPage(file)
    const modules = sources.filter(isCode).map(file => `package/dist/${file.replace(/\.ts$/, '')}`)
    const assets = sources.some(isOfPage) ? builtPage.map(file => `package/dist/admin/page/${file}`) : []
    const guides = globSync('docs/*.md', { cwd: join(root, folder) })
    const migrations = globSync('migrations/*.sql', { cwd: join(root, folder) })
    const papers = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json', ...guides, ...migrations].map(
      file => `package/${file}`,
    )
    const allowed = new Set([
      ...modules.flatMap(file => [`${file}.js`, `${file}.d.ts`, `${file}.d.ts.map`]),
      ...sources.map(file => `package/src/${file}`),
      ...assets,
      ...papers,
    ])
    expect(files.filter(file => !allowed.has(file))).toEqual([])
    expect(files).toEqual(expect.arrayContaining([...modules.map(file => `${file}.js`), ...assets]))
    // An editor that goes to a definition lands in the source.
    expect(files).toEqual(expect.arrayContaining(['package/dist/index.d.ts.map', 'package/src/index.ts']))
    expect(files).toEqual(
      expect.arrayContaining(['package/LICENSE', 'package/README.md', 'package/dist/index.d.ts']),
    )
  })

  test.each(nodes)('is imported by %s', async node => {
    const script = `console.log(Object.keys(await import('${name}')).length > 0)`
    const command = [node, withoutNews, '--input-type=module', '-e', script]
    expect(await succeed(command, packed.project)).toBe('true\n')
  })
})

test.each(['NodeNext', 'Bundler'])(
  'a strict program type-checks against them all by %s resolution',
  async resolution => {
    const source = names.map(
      (name, index) => `import * as package${index} from '${name}'\nexport { package${index} }\n`,
    )
    await writeFile(join(packed.project, 'program.ts'), source.join(''))
    const options = [
      ...['--module', resolution === 'NodeNext' ? 'NodeNext' : 'ESNext', '--moduleResolution', resolution],
      ...['--target', 'ES2023', '--lib', 'ES2023,DOM', '--strict', '--noEmit', '--skipLibCheck', 'false'],
      ...['--types', 'node', '--typeRoots', join(import.meta.dirname, '../node_modules/@types')],
    ]
    await succeed(['tsc', ...options, 'program.ts'], packed.project)
  },
)

test.each(nodes)('the command of the mock server says by %s what it can do', async node => {
  const command = join(packed.project, 'node_modules/.bin/orderwright-mock')
  expect(await succeed([node, command, '--help'], packed.project)).toMatch(/^orderwright-mock[\s\S]*--port/)
})

test.each(nodes)('the command of the core looks through a catalogue by %s', async node => {
  const row = { id_service: '6', public_name: 'Views', prices: [{ pricing_per: '1000', price: '2.50' }] }
  await writeFile(join(packed.project, 'services.json'), JSON.stringify([row]))
  const command = [node, join(packed.project, 'node_modules/.bin/orderwright')]
  expect(await succeed([...command, 'lint', 'services.json'], packed.project)).toBe('0 problems\n')
  const order = ['--service', '6', '--quantity', '1500', '--json']
  const quoted: unknown = JSON.parse(
    await succeed([...command, 'quote', 'services.json', ...order], packed.project),
  )
  expect(quoted).toMatchObject({ ok: true, quote: { total: '3.75' } })
})

test.each(nodes)('the sentences of the core have an entry point of their own by %s', async node => {
  const script =
    "const { describeIssue } = await import('@orderwright/core/messages/en'); console.log(describeIssue({ code: 'required', path: 'x' }))"
  expect(await succeed([node, '--input-type=module', '-e', script], packed.project)).toBe('X is required.\n')
})

test('a bundle that prices has no sentence, no schema and no command of the core', async () => {
  const entry = join(packed.project, 'pricing.js')
  await writeFile(entry, "export { parseServices, quote } from '@orderwright/core'\n")
  const [bundle] = [
    await build({
      root: packed.project,
      logLevel: 'silent',
      build: { write: false, lib: { entry, formats: ['es'] } },
    }),
  ].flat()
  const code = bundle !== undefined && 'output' in bundle ? bundle.output[0].code : ''
  expect(code).toContain('pricing_per')
  expect(code).not.toMatch(/must be at least|json-schema|~standard|price_cliff|node:/)
})

const programsOf = (file: string) =>
  documentedPrograms(readFileSync(join(root, file), 'utf8')).map(program => ({ file, ...program }))

const examples = programsOf('README.md')

test('the README has an example with its output for each of the two kinds of developer', () => {
  expect(examples.map(({ output }) => typeof output)).toEqual(['string', 'string'])
})

test.each([...examples, ...published.flatMap(({ folder }) => programsOf(`${folder}/README.md`))])(
  'the example at $file:$line does what it says',
  async example => {
    const file = join(packed.project, `example-${example.line}.ts`)
    await writeFile(file, example.source)
    const command = [process.execPath, withoutNews, file]
    const output = await succeed(command, packed.project)
    if (example.output !== undefined) expect(output).toBe(example.output)
  },
)
