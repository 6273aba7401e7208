import { nearestName } from '../schema/nearest-name.ts'

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
export type FinalStateText = FinalStateName | `${FinalStateName} at ${number} %`

/** A behaviour in words: a progress mode (`timed` unless given), a final state (`completed` unless given), or both with a comma between. */
export type BehaviourText = ProgressModeText | FinalStateText | `${ProgressModeText}, ${FinalStateText}`

/** @throws RangeError for a text that is no behaviour, naming it */
export function readBehaviour(text: string): Behaviour {
  const parts = text.split(',').map(part => part.trim())
  const [first = '', second] = parts
  const progressMode = readProgressMode(first)
  const finalState = readFinalState(progressMode === undefined ? first : (second ?? 'completed'))
  const isWhole = parts.length === 1 || (parts.length === 2 && progressMode !== undefined)
  if (finalState === undefined || !isWhole) {
    throw new RangeError(
      `A behaviour is a progress mode (timed, immediate, polls: 3), a final state (completed, partial at 40 %, canceled, error 5, refunded, stuck at 60 %) or both, such as 'polls: 3, partial at 40 %'; was given '${text}'${suggestion(text)}`,
    )
  }
  return { progressMode: progressMode ?? { kind: 'timed' }, finalState }
}

/** Returns whether a text is a behaviour. */
export function isBehaviourText(text: string): text is BehaviourText {
  try {
    readBehaviour(text)
    return true
  } catch {
    return false
  }
}

/** The words that {@link readBehaviour} reads the same behaviour from. */
export function printBehaviour({ progressMode, finalState }: Behaviour): BehaviourText {
  const modeText: ProgressModeText =
    progressMode.kind === 'polls' ? `polls: ${progressMode.count}` : progressMode.kind
  if (finalState.kind === 'completed') return modeText
  const { kind, code, percent } = finalState
  const error = code === undefined ? 'error' : (`error ${Number(code)}` as const)
  const stateText: FinalStateText = `${kind === 'failed' ? error : kind} at ${percent} %`
  return progressMode.kind === 'timed' ? stateText : `${modeText}, ${stateText}`
}

const words: readonly string[] = [
  ...['timed', 'immediate', 'polls', 'completed', 'partial', 'canceled', 'error', 'refunded', 'stuck'],
]

/** The same text with each word that is nearly one of a behaviour as it is written. */
function suggestion(text: string): string {
  if (text.length > 60) return ''
  const meant = text.replaceAll(/[a-z]{3,}/gi, word => nearestName(word, words) ?? word)
  return meant === text ? '' : `: did you mean '${meant}'?`
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
