import { execFile } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import puppeteer from 'puppeteer-core'

/** Something that runs JavaScript. */
export interface Runtime {
  readonly name: string
  /** Returns the version and what the program printed, or why the runtime cannot be had. */
  run(
    program: Program,
  ): Promise<{ readonly version: string; readonly printed: string } | { readonly missing: string }>
}

/** A script that leaves its result, a text, in `globalThis.result`. */
export interface Program {
  readonly script: string
  /** A folder for what is written, in which the packages of the runtimes are installed. */
  readonly folder: string
}

/** The packages of the runtimes that come from npm. They are hundreds of megabytes, so only this command installs them. */
export const packages: readonly string[] = [
  'node22@npm:node@22.23.3',
  'deno@2.9.6',
  'bun@1.4.5',
  'workerd@1.20261117.1',
]

const execute = promisify(execFile)

async function output(program: string, args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await execute(program, [...args], { maxBuffer: 2 ** 26 })
  return `${stdout}${stderr}`.trim()
}

/** A command line that runs a file of JavaScript. */
function commandLine(name: string, program: (folder: string) => string, args: readonly string[]): Runtime {
  return {
    name,
    run: async ({ script, folder }) => {
      const file = join(folder, 'program.mjs')
      writeFileSync(file, `${script}\nconsole.log(globalThis.result)\n`)
      const command = program(folder)
      const [version = ''] = (await output(command, ['--version'])).split('\n')
      return { version, printed: await output(command, [...args, file]) }
    },
  }
}

const bin = (name: string) => (folder: string) => join(folder, 'node_modules/.bin', name)

const workerd: Runtime = {
  name: 'workerd',
  run: async ({ script, folder }) => {
    const worker = `export default { test() {\n${script}\nconsole.log(globalThis.result)\n} }\n`
    writeFileSync(join(folder, 'worker.mjs'), worker)
    const config = join(folder, 'worker.capnp')
    writeFileSync(
      config,
      `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "main", worker = .main)]);
const main :Workerd.Worker = (
  modules = [(name = "worker.mjs", esModule = embed "worker.mjs")],
  compatibilityDate = "2026-01-01",
);
`,
    )
    const command = bin('workerd')(folder)
    return { version: await output(command, ['--version']), printed: await output(command, ['test', config]) }
  },
}

function browser(name: 'chrome' | 'firefox', variable: string, paths: readonly string[]): Runtime {
  return {
    name,
    run: async ({ script }) => {
      const executablePath = [process.env[variable] ?? '', ...paths].find(
        path => path !== '' && existsSync(path),
      )
      if (executablePath === undefined) {
        return { missing: `it is not installed here; ${variable} says where it is if it stands elsewhere.` }
      }
      const args = name === 'chrome' ? ['--no-sandbox'] : []
      const launched = await puppeteer.launch({ browser: name, executablePath, headless: true, args })
      try {
        const page = await launched.newPage()
        await page.setContent('<!doctype html><title>vectors</title>')
        const printed: unknown = await page.evaluate(`${script}\n;globalThis.result`)
        return { version: await launched.version(), printed: String(printed) }
      } finally {
        await launched.close()
      }
    },
  }
}

export const runtimes: readonly Runtime[] = [
  commandLine('Node', () => process.execPath, []),
  commandLine('Node 22', folder => join(folder, 'node_modules/node22/bin/node'), []),
  commandLine('Deno', bin('deno'), ['run']),
  commandLine('Bun', bin('bun'), ['run']),
  workerd,
  browser('chrome', 'CHROME_PATH', ['/usr/bin/chromium', '/usr/bin/google-chrome']),
  browser('firefox', 'FIREFOX_PATH', ['/usr/bin/firefox-esr', '/usr/bin/firefox']),
]
