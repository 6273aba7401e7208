/** One context that runs an outbox: a service worker, a window, a server. It can die at any call to a port. */
export interface Process {
  readonly name: string
  isAlive: boolean
}

/** How a call that is let through ends: well, or failing before or after it had its effect. */
export type CallMode = 'well' | 'fails_before' | 'fails_after'

/** A fault that the campaign made: what rejects with it is no defect. */
export class InjectedFailure extends Error {}

interface Call {
  readonly process: Process
  readonly canFail: boolean
  isReady(): boolean
  /** Has its effect, and then goes on with the caller. */
  finish(mode: CallMode): Promise<void>
  /** Has its effect for a caller that is dead. */
  haveEffect(): Promise<void>
}

export interface CallOptions<T> {
  readonly effect: () => T | Promise<T>
  readonly isReady?: () => boolean
  readonly canFail?: boolean
}

/** Where every call to a port waits until the campaign lets it through: the order of things is the campaign's. */
export interface World {
  now: number
  readonly locks: Map<string, Process>
  /** A call to a port, as the port sees it. */
  call<T>(process: Process, options: CallOptions<T>): Promise<T>
  /** Lets one of the calls through that can go on; false if there is none. */
  step(choice: number, mode: CallMode): Promise<boolean>
  /** How many calls wait, those for a lock included. */
  waiting(): number
  /** Ends a process. Of its calls under way, those that `reaches` chooses have their effect. */
  crash(process: Process, reaches: (index: number) => boolean): Promise<void>
}

export function createWorld(): World {
  let calls: Call[] = []
  const locks = new Map<string, Process>()
  return {
    now: 1_800_000_000_000,
    locks,
    call: (process, { effect, isReady = always, canFail = false }) =>
      new Promise((resolve, reject) => {
        // A chain that was let through before its process died ends here.
        if (!process.isAlive) return
        calls.push({
          process,
          canFail,
          isReady,
          finish: async mode => {
            if (mode === 'fails_before') return reject(new InjectedFailure(mode))
            try {
              const value = await effect()
              if (mode === 'well') resolve(value)
              else reject(new InjectedFailure(mode))
            } catch (error) {
              reject(error)
            }
          },
          haveEffect: async () => {
            try {
              await effect()
            } catch {
              // Nobody is left to hear of it.
            }
          },
        })
      }),
    step: async (choice, mode) => {
      const ready = calls.filter(call => call.isReady())
      const chosen = ready[choice % Math.max(1, ready.length)]
      if (chosen === undefined) return false
      calls = calls.filter(call => call !== chosen)
      await chosen.finish(chosen.canFail ? mode : 'well')
      return true
    },
    waiting: () => calls.length,
    crash: async (process, reaches) => {
      process.isAlive = false
      const own = calls.filter(call => call.process === process)
      calls = calls.filter(call => call.process !== process)
      const ready = own.filter(call => call.isReady())
      for (const [index, call] of ready.entries()) {
        // Of two that want one lock, one gets it.
        if (reaches(index) && call.isReady()) await call.haveEffect()
      }
      for (const [name, holder] of locks) if (holder === process) locks.delete(name)
    },
  }
}

function always(): boolean {
  return true
}

/** Resolves once every promise that can go on without a port has done so. */
export function settle(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}
