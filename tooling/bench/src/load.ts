import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { formType } from './contestant.ts'
import { parseWrk } from './parse-wrk.ts'
import type { Running } from './run-contestant.ts'

export interface Load {
  readonly requestsPerSecond: number
  /** Processor time of the server for one request, in microseconds. */
  readonly cpuMicroseconds: number
}

const run = promisify(execFile)
const connections = 16

/**
 * Sends the same POST over and over for so many seconds, over 16 kept connections.
 * @throws {Error} where wrk is not installed, or an answer has no success status
 */
export async function load(running: Running, body: string, seconds: number, folder: string): Promise<Load> {
  const script = join(folder, 'post.lua')
  writeFileSync(
    script,
    `wrk.method = "POST"\nwrk.body = ${JSON.stringify(body)}\nwrk.headers["Content-Type"] = "${formType}"\n`,
  )
  const args = ['-t', '1', '-c', String(connections), '-d', `${seconds}s`, '-s', script, running.url]
  const before = running.cpuMs()
  const { stdout } = await run('wrk', args).catch((error: unknown) => {
    throw new Error('wrk is needed: install it (on Debian and Ubuntu `apt-get install wrk`).', {
      cause: error,
    })
  })
  const cpuMs = running.cpuMs() - before
  const { requests, requestsPerSecond } = parseWrk(stdout)
  return { requestsPerSecond, cpuMicroseconds: (1000 * cpuMs) / requests }
}
