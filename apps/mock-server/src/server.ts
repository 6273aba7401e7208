import type { RequestListener } from 'node:http'
import { createGuard, tokenFor } from './admin/guard.ts'
import { type ControlledParts, createControl, type MockControl } from './admin/handle/mock-control.ts'
import { createAdminRouter } from './admin/router.ts'
import { createOwnAnswers } from './answers/own-answers.ts'
import { createDialectSwitch, type PanelDialect } from './apis/panel/dialects.ts'
import { createApp } from './app.ts'
import type { ClockOptions } from './clock/clock.ts'
import type { Duration } from './clock/duration.ts'
import { createFaultPlans } from './faults/fault-plans.ts'
import { beginFixture, type Fixture } from './fixtures/fixture.ts'
import { panelServices } from './fixtures/panel-services.ts'
import { qqtubeServices } from './fixtures/qqtube-services.ts'
import { listen } from './http/listen.ts'
import { continuedClock, type KeptParts, restoreSnapshot, takeSnapshot } from './persistence/snapshot.ts'
import type { Snapshot } from './persistence/snapshot-schema.ts'
import { openStateFile } from './persistence/state-file.ts'
import { redactorOf } from './request-log/redact.ts'
import { createRequestLog } from './request-log/request-log.ts'
import type { AccountOptions } from './simulator/accounts.ts'
import type { BehaviourText } from './simulator/behaviour.ts'
import { createSimulator } from './simulator/state.ts'

/** The keys of the accounts that a server has unless it is given others. They open nothing anywhere else. */
export const mockQqtubeKey = 'mock-key-qqtube'
export const mockPanelKey = 'mock-key-panel'

export interface MockServerOptions {
  /** Default: 0, a free one. */
  readonly port?: number | undefined
  /** Default: `127.0.0.1`. */
  readonly host?: string | undefined
  /** Default: one of each API, with {@link mockQqtubeKey}, {@link mockPanelKey} and funds of 1000 each. */
  readonly accounts?: readonly AccountOptions[] | undefined
  readonly clock?: ClockOptions | undefined
  /** What start counts and durations are drawn from: the same seed, the same answers. Default: `orderwright`. */
  readonly seed?: string | undefined
  /** How every order goes that is given no other behaviour, such as `immediate` or `polls: 3`. Default: `timed`. */
  readonly behaviour?: BehaviourText | undefined
  /** Services answers of the real APIs, as text or parsed. Default: the sample catalogues. */
  readonly catalogue?: { readonly qqtube?: unknown; readonly panel?: unknown } | undefined
  /**
   * How the panel words its errors: `plain`, `keys` (`neworder.error.…`), `message` (`{ status, message }`) or `laravel` (422). Default: `plain`.
   */
  readonly panelDialect?: PanelDialect | undefined
  /** Whether a panel's errors have HTTP statuses of their own, as some do. Default: 200, as most do. */
  readonly hasPanelErrorStatuses?: boolean | undefined
  /**
   * Whether a request with an action, a field or a value that the API does not know, or a body that it does not read, is answered
   * with a problem (400) that says what was probably meant. Default: `false`, as upstreams pass over them.
   */
  readonly isStrict?: boolean | undefined
  /**
   * A file that keeps accounts, orders, refills, clock, fault plans, rules for behaviours and replaced catalogues, and that a later
   * server goes on from. It is written anew 100 ms after a change, and as the server closes. It holds no key: an account is known by
   * its name, or by a salted hash of its key. Give each server a file of its own. Default: none.
   */
  readonly stateFile?: string | undefined
  /**
   * Accounts, rules for behaviours and fault plans to begin with, and to go back to at each reset. Where a state file is gone on from, what it
   * holds counts instead, until a reset. Default: none.
   */
  readonly fixture?: Fixture | undefined
  /**
   * How long each request waits for its answer, by the server's clock, on whichever path but `/__mock`: a plan of the fault `latency`
   * that is always due, from the start on and from each reset on. Default: no wait.
   */
  readonly latency?: Duration | undefined
  /**
   * Whether `await using` fails at the end of its block if a planned fault, answer or behaviour was never used, or a request drew a suggestion:
   * see {@link MockControl.verifyEnd}. Default: `false`.
   */
  readonly verifiesAtEnd?: boolean | undefined
  /** How many requests the request log keeps. Default: 1000. */
  readonly requestLogLimit?: number | undefined
  /**
   * What control over HTTP asks for, as `Authorization: Bearer …`. Default: nothing on a loopback address, since this
   * machine is trusted; elsewhere a random one.
   */
  readonly controlToken?: string | undefined
  /** Names beside the loopback ones by which control is reached without a token, such as `mock.test`. Default: none. */
  readonly allowedHosts?: readonly string[] | undefined
}

export interface MockServer extends AsyncDisposable {
  /** The origin, such as `http://127.0.0.1:4010`; QQTube's API is at `/v1-api`, the panel's at `/api/v2`. */
  readonly url: string
  /** What answers every request, for a server of your own. */
  readonly app: RequestListener
  readonly control: MockControl
  /** What control over HTTP asks for; absent if it asks for nothing. */
  readonly controlToken: string | undefined
  /**
   * Stops listening, ends every connection, answered or not, and writes what has changed to the state file.
   * @throws RangeError for a state file that cannot be written; closing again tries again
   */
  close(): Promise<void>
}

/**
 * Starts an upstream that takes orders, charges for them and delivers by its own clock. Servers share nothing:
 * any number can run at once.
 * @throws RangeError for an option out of range; what Node gives for a port that is taken (`code: 'EADDRINUSE'`)
 * @example
 * ```ts
 * await using server = await createMockServer()
 * const answer = await fetch(`${server.url}/v1-api?action=funds&api_key=${mockQqtubeKey}`)
 * await answer.json() // { funds: '1000' }
 * ```
 */
export async function createMockServer(options: MockServerOptions = {}): Promise<MockServer> {
  const stateFile = options.stateFile === undefined ? undefined : openStateFile(options.stateFile)
  const snapshot = stateFile?.snapshot
  const parts = partsOf(options, snapshot, stateFile?.onChange)
  const { state } = parts
  if (snapshot !== undefined) restoreSnapshot(parts, snapshot)
  const requestLog = createRequestLog(options.requestLogLimit ?? 1000, text =>
    redactorOf(state.accounts.keys())(text),
  )
  const host = options.host ?? '127.0.0.1'
  const controlToken = tokenFor(host, options.controlToken)
  const begin = (): void => {
    const { latency, fixture = {} } = options
    if (latency !== undefined) {
      control.faults.add({ fault: 'latency', delay: latency, path: { like: '*' }, times: 'always' })
    }
    beginFixture(fixture, control)
  }
  const control = createControl({ ...parts, requestLog }, begin)
  const app = createApp(
    { ...parts, requestLog },
    createAdminRouter(control, createGuard(controlToken, options.allowedHosts), state.accounts.keys),
    { hasPanelErrorStatuses: options.hasPanelErrorStatuses ?? false, isStrict: options.isStrict ?? false },
  )
  if (snapshot === undefined) begin()
  const { url, close: stopListening } = await listen(app, options.port ?? 0, host)

  const close = async (): Promise<void> => {
    state.clock.close()
    requestLog.close()
    await stopListening()
    stateFile?.close()
  }
  try {
    // Not before it listens: one that finds its port taken leaves the file of the one that has it alone.
    stateFile?.begin(() => takeSnapshot(parts))
  } catch (error) {
    await stopListening()
    throw error
  }
  const dispose = async (): Promise<void> => {
    await close()
    if (options.verifiesAtEnd === true) control.verifyEnd()
  }
  return { url, app, control, controlToken, close, [Symbol.asyncDispose]: dispose }
}

const defaultAccounts: readonly AccountOptions[] = [
  { key: mockQqtubeKey },
  { upstream: 'panel', key: mockPanelKey },
]

/** What a server is made of, as its options say. */
function partsOf(
  options: MockServerOptions,
  snapshot: Snapshot | undefined,
  changed: (() => void) | undefined,
): KeptParts & Pick<ControlledParts, 'faults' | 'answers'> {
  const state = createSimulator({
    clock: options.clock ?? (snapshot && continuedClock(snapshot.clock, Date.now())),
    seed: options.seed,
    accounts: [...(options.accounts ?? defaultAccounts), ...(options.fixture?.accounts ?? [])],
    behaviour: options.behaviour,
    services: {
      qqtube: options.catalogue?.qqtube ?? qqtubeServices,
      panel: options.catalogue?.panel ?? panelServices,
    },
    onChange: changed,
  })
  return {
    state,
    faults: createFaultPlans(state.clock, state.seed, state.onChange),
    answers: createOwnAnswers(state.onChange),
    dialect: createDialectSwitch(options.panelDialect ?? 'plain', state.onChange),
  }
}
