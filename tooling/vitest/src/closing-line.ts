import type { Reporter, TestModule } from 'vitest/node'

interface RunError {
  readonly message: string
}

/**
 * Prints the counts of a run as its last line, `N passed, N failed`, which is what `npm test` adds up and what
 * continuous integration reads. A file that cannot be loaded has no test to fail, so it counts as a failure itself; so
 * does an error that belongs to no test.
 */
export const closingLine: Reporter = {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly RunError[]) {
    const tests = modules.flatMap(module => [...module.children.allTests()])
    const count = (state: string): number => tests.filter(test => test.result().state === state).length
    const broken = modules.filter(module => module.errors().length > 0).length
    // Written at once, and after what the other reporters write now.
    process.on('exit', () =>
      console.log(`${count('passed')} passed, ${count('failed') + broken + errors.length} failed`),
    )
  },
}
