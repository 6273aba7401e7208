import { join } from 'node:path'
import { root, runCommand } from './run-command.ts'
import { commandStep, runStages, testStep, turboStep } from './steps.ts'

process.on('SIGTERM', () => process.exit(1))

// Turbo hashes both: a new browser or another Node is a reason to run again what has passed.
process.env.BROWSER_VERSION = await versionOf(process.env.CHROME_PATH)
process.env.MACHINE_NODE_VERSION = await versionOf(process.env.MACHINE_NODE)

const { passed, failed } = await runStages(
  [
    [
      [commandStep('lint and format', ['biome', 'check', '--error-on-warnings', '.'], root)],
      [commandStep('unused code (knip)', ['knip'], root)],
      [testStep('repository', 'test:repository', root)],
    ],
    [[turboStep('types', 'typecheck', root)]],
    [
      [testStep('tests', 'test', root)],
      // Mostly one process, or a page, that waits.
      [
        turboStep('build', 'build', root),
        commandStep('sizes (size-limit)', ['size-limit'], root),
        testStep('packed packages', 'test:packed', root),
        commandStep('demo', demo(), root),
      ],
    ],
    // Those that mostly wait for a page beside the one that has enough to do; turbo.json has the campaign wait for that one.
    [[testStep('browser', 'test:browser', root, ['--concurrency=3'])]],
  ],
  line => console.log(line),
)

console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0

function demo(): readonly string[] {
  const script = join(root, 'tooling/e2e/src/demo/main.ts')
  // Port 0: the demo of `npm start` may run beside it.
  return [process.execPath, '--conditions=@orderwright/source', script, '--headless', '--port', '0']
}

async function versionOf(program: string | undefined): Promise<string> {
  return program === undefined ? '' : (await runCommand([program, '--version'], root)).output.trim()
}
