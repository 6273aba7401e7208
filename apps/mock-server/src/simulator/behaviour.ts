/** How an order goes from taken to its final state. */
export interface Behaviour {
  readonly progressMode: ProgressMode
  readonly finalState: FinalState
}

/** What an order's delivery goes by: the clock, nothing, or how often its status is asked for. */
export type ProgressMode =
  | { readonly kind: 'timed' }
  | { readonly kind: 'immediate' }
  | { readonly kind: 'polls'; readonly count: number }

/** Where the delivery ends, in percent of what was ordered; one that is `stuck` goes no further, and does not end. */
export interface FinalState {
  readonly kind: 'completed' | 'partial' | 'canceled' | 'refunded' | 'failed' | 'stuck'
  readonly percent: number
  /** QQTube's id_status of an error. */
  readonly code: string | undefined
}

type ProgressModeText = 'timed' | 'immediate' | `polls: ${number}`
type FinalStateName =
  | 'completed'
  | 'partial'
  | 'canceled'
  | 'refunded'
  | 'error'
  | `error ${number}`
  | 'stuck'
type FinalStateText = FinalStateName | `${FinalStateName} at ${number} %`

/** A behaviour in words: a progress mode (`timed` unless given), a final state (`completed` unless given), or both with a comma between. */
export type BehaviourText = ProgressModeText | FinalStateText | `${ProgressModeText}, ${FinalStateText}`

/** Any other text is refused when it is read: this suggests the right ones while one types. */
export type AnyBehaviourText = BehaviourText | (string & Record<never, never>)

/** @throws RangeError for a text that is no behaviour, naming it */
export function readBehaviour(text: string): Behaviour {
  const parts = text.split(',').map(part => part.trim())
  const [first = '', second] = parts
  const progressMode = readProgressMode(first)
  const finalState = readFinalState(progressMode === undefined ? first : (second ?? 'completed'))
  const isWhole = parts.length === 1 || (parts.length === 2 && progressMode !== undefined)
  if (finalState === undefined || !isWhole) {
    throw new RangeError(
      `A behaviour is a progress mode (timed, immediate, polls: 3), a final state (completed, partial at 40 %, canceled, error 5, refunded, stuck at 60 %) or both, such as 'polls: 3, partial at 40 %'; was given '${text}'`,
    )
  }
  return { progressMode: progressMode ?? { kind: 'timed' }, finalState }
}

/** The words that {@link readBehaviour} reads the same behaviour from. */
export function printBehaviour({ progressMode, finalState }: Behaviour): string {
  const modeText = progressMode.kind === 'polls' ? `polls: ${progressMode.count}` : progressMode.kind
  if (finalState.kind === 'completed') return modeText
  const name = finalState.kind === 'failed' ? ['error', finalState.code].join(' ').trim() : finalState.kind
  const stateText = `${name} at ${finalState.percent} %`
  return progressMode.kind === 'timed' ? stateText : `${modeText}, ${stateText}`
}

function readProgressMode(text: string): ProgressMode | undefined {
  if (text === 'timed' || text === 'immediate') return { kind: text }
  const [, count] = /^polls: ?([1-9]\d{0,8})$/.exec(text) ?? []
  return count === undefined ? undefined : { kind: 'polls', count: Number(count) }
}

/** How much is delivered by default, in percent: half, but nothing before a cancel. */
const usualPercent = { partial: 50, canceled: 0, refunded: 50, error: 50, stuck: 50 } as const

function readFinalState(text: string): FinalState | undefined {
  if (text === 'completed') return { kind: 'completed', percent: 100, code: undefined }
  const [, name, code, percentText] =
    /^(partial|canceled|refunded|error|stuck)(?: (\d{1,2}))?(?: at (\d{1,3}) ?%)?$/.exec(text) ?? []
  if (!isFinalStateName(name) || (code !== undefined && (name !== 'error' || !isErrorCode(code))))
    return undefined
  const percent = percentText === undefined ? usualPercent[name] : Number(percentText)
  if (percent > 100) return undefined
  return { kind: name === 'error' ? 'failed' : name, percent, code }
}

function isFinalStateName(name: string | undefined): name is keyof typeof usualPercent {
  return name !== undefined && Object.hasOwn(usualPercent, name)
}

/** "4: unknown error; 5-7, 9-18, 20-25: error" (QQTube's document). */
function isErrorCode(code: string): boolean {
  return /^([4-7]|9|1[0-8]|2[0-5])$/.test(code)
}
