import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const story = fileURLToPath(new URL('determinism/story.ts', import.meta.url))

/** What a process of its own prints, on a machine that differs in all that an environment can tell. */
async function play(seed: string, environment: Readonly<Record<string, string>>): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=@orderwright/source', story, seed],
    { env: { PATH: process.env.PATH ?? '', ...environment }, maxBuffer: 100_000_000 },
  )
  return stdout
}

/** The names of all that were injected. */
function faultsOf(
  requestLog: readonly { readonly faults: readonly { readonly name: string }[] }[],
): readonly string[] {
  return requestLog.flatMap(({ faults }) => faults.map(({ name }) => name))
}

describe('the same seed and the same requests', () => {
  it('give the same bytes and the same request log in two processes', async () => {
    const [here, there] = await Promise.all([
      play('one', { TZ: 'Pacific/Kiritimati', LC_ALL: 'C' }),
      play('one', { TZ: 'America/New_York', LC_ALL: 'tr_TR.UTF-8', NODE_ENV: 'production' }),
    ])
    expect(there).toBe(here)
    const [answers, [requestLog]] = JSON.parse(here)
    expect(answers).toHaveLength(102)
    expect(faultsOf(requestLog)).toContain('html-502')
    expect(faultsOf(requestLog)).toContain('quota')
    expect(requestLog.some((entry: { faults: readonly object[] }) => entry.faults.length > 1)).toBe(true)
  })

  it('give others for another seed', async () => {
    expect(await play('two', {})).not.toBe(await play('one', {}))
  })
})
