import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { installInto } from '../prepare.ts'
import { packages, runtimes } from './runtimes.ts'

const root = join(import.meta.dirname, '../../../..')

/** Bundles the judge with the core and decimal.js into one script that needs no modules. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { conditions: ['@orderwright/source'] },
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: join(import.meta.dirname, 'judge.ts'), name: 'judging', formats: ['iife'] },
    },
  })
  const [first] = Array.isArray(built) ? built : [built]
  const chunk = first !== undefined && 'output' in first ? first.output[0] : undefined
  if (chunk?.type !== 'chunk') throw new Error('Vite built no script.')
  return chunk.code
}

function vectors(): readonly string[] {
  return ['qqtube-quotes', 'panel-quotes'].flatMap(name =>
    readFileSync(join(root, `packages/core/test/fixtures/${name}.ndjson`), 'utf8')
      .split('\n')
      .filter(line => line !== ''),
  )
}

const lines = vectors()
const script = `${await bundle()}
globalThis.result = JSON.stringify(judging.judge(${JSON.stringify(lines)}));`
const kept = process.env.ORDERWRIGHT_RUNTIMES
const folder = installInto(kept, 'orderwright-runtimes-', packages)
const all = `{"right":${lines.length},"wrong":[]}`

for (const { name, run } of runtimes) {
  const ran = await run({ script, folder }).catch((error: unknown) => ({
    missing: `it failed: ${String(error)}`,
  }))
  if ('missing' in ran) {
    console.log(`${name}: not run, ${ran.missing}`)
    // Firefox is no part of what this project needs to be built; the others are installed above, or by the tests.
    if (name !== 'firefox') process.exitCode = 1
  } else if (ran.printed.includes(all))
    console.log(`${name} (${ran.version}): all ${lines.length} vectors are right.`)
  else {
    console.log(`${name} (${ran.version}): wrong. ${ran.printed.slice(0, 1000)}`)
    process.exitCode = 1
  }
}

// They are hundreds of megabytes.
if (kept === undefined) rmSync(folder, { recursive: true, force: true })
