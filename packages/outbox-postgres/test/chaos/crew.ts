import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { WorkerTask } from './worker-task.ts'

/** Worker processes that are replaced when they die. */
export interface Crew {
  /** Ends a worker as a loss of power would, and starts another one. */
  killOne(choice: number): void
  /** Ends all workers as a deployment does, and resolves with how they ended. */
  stop(): Promise<readonly (number | null)[]>
  /** What workers said that ended by themselves. */
  readonly failures: readonly string[]
}

export function startCrew(count: number, task: WorkerTask): Crew {
  const failures: string[] = []
  let isStopping = false
  const start = (): ChildProcess => {
    const flags = ['--conditions=@orderwright/source', '--disable-warning=ExperimentalWarning']
    const args = [...flags, join(import.meta.dirname, 'worker.ts'), JSON.stringify(task)]
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'inherit', 'pipe'] })
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-2000)
    })
    child.once('exit', (code, signal) => {
      if (signal !== 'SIGKILL' && !isStopping) failures.push(`a worker ended with ${code}: ${said}`)
    })
    return child
  }
  const workers = Array.from({ length: count }, start)
  return {
    failures,
    killOne: choice => {
      workers[choice]?.kill('SIGKILL')
      workers[choice] = start()
    },
    stop: async () => {
      isStopping = true
      return await Promise.all(
        workers.map(async worker => {
          if (worker.exitCode !== null) return worker.exitCode
          const ended = once(worker, 'exit')
          worker.kill('SIGTERM')
          await ended
          return worker.exitCode
        }),
      )
    },
  }
}
