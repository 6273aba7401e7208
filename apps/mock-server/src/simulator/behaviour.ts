/** How an order goes from taken to its end. */
export interface Behaviour {
  readonly pace: Pace
  readonly end: End
}

/** What an order's delivery goes by: the clock, nothing, or how often its status is asked for. */
export type Pace =
  | { readonly kind: 'timed' }
  | { readonly kind: 'immediate' }
  | { readonly kind: 'polls'; readonly count: number }

/** Where the delivery ends, in percent of what was ordered; one that is `stuck` goes no further, and does not end. */
export interface End {
  readonly kind: 'completed' | 'partial' | 'canceled' | 'refunded' | 'failed' | 'stuck'
  readonly percent: number
  /** QQTube's id_status of an error. */
  readonly code: string | undefined
}

type PaceText = 'timed' | 'immediate' | `polls: ${number}`
type EndName = 'completed' | 'partial' | 'canceled' | 'refunded' | 'error' | `error ${number}` | 'stuck'
type EndText = EndName | `${EndName} at ${number} %`

/** A behaviour in words: a pace (`timed` unless given), an end (`completed` unless given), or both with a comma between. */
export type BehaviourText = PaceText | EndText | `${PaceText}, ${EndText}`

/** Any other text is refused when it is read: this suggests the right ones while one types. */
export type AnyBehaviourText = BehaviourText | (string & Record<never, never>)

/** @throws RangeError for a text that is no behaviour, naming it */
export function readBehaviour(text: string): Behaviour {
  const parts = text.split(',').map(part => part.trim())
  const [first = '', second] = parts
  const pace = readPace(first)
  const end = readEnd(pace === undefined ? first : (second ?? 'completed'))
  const isWhole = parts.length === 1 || (parts.length === 2 && pace !== undefined)
  if (end === undefined || !isWhole) {
    throw new RangeError(
      `A behaviour is a pace (timed, immediate, polls: 3), an end (completed, partial at 40 %, canceled, error 5, refunded, stuck at 60 %) or both, such as 'polls: 3, partial at 40 %'; was given '${text}'`,
    )
  }
  return { pace: pace ?? { kind: 'timed' }, end }
}

/** The words that {@link readBehaviour} reads the same behaviour from. */
export function printBehaviour({ pace, end }: Behaviour): string {
  const paceText = pace.kind === 'polls' ? `polls: ${pace.count}` : pace.kind
  if (end.kind === 'completed') return paceText
  const name = end.kind === 'failed' ? ['error', end.code].join(' ').trim() : end.kind
  const endText = `${name} at ${end.percent} %`
  return pace.kind === 'timed' ? endText : `${paceText}, ${endText}`
}

function readPace(text: string): Pace | undefined {
  if (text === 'timed' || text === 'immediate') return { kind: text }
  const [, count] = /^polls: ?([1-9]\d{0,8})$/.exec(text) ?? []
  return count === undefined ? undefined : { kind: 'polls', count: Number(count) }
}

/** Where an end comes that says nothing about it: half-way, but for a cancel, which finds nothing delivered. */
const usualPercent = { partial: 50, canceled: 0, refunded: 50, error: 50, stuck: 50 } as const

function readEnd(text: string): End | undefined {
  if (text === 'completed') return { kind: 'completed', percent: 100, code: undefined }
  const [, name, code, percentText] =
    /^(partial|canceled|refunded|error|stuck)(?: (\d{1,2}))?(?: at (\d{1,3}) ?%)?$/.exec(text) ?? []
  if (!isEndName(name) || (code !== undefined && (name !== 'error' || !isErrorCode(code)))) return undefined
  const percent = percentText === undefined ? usualPercent[name] : Number(percentText)
  if (percent > 100) return undefined
  return { kind: name === 'error' ? 'failed' : name, percent, code }
}

function isEndName(name: string | undefined): name is keyof typeof usualPercent {
  return name !== undefined && Object.hasOwn(usualPercent, name)
}

/** "4: unknown error; 5-7, 9-18, 20-25: error" (QQTube's document). */
function isErrorCode(code: string): boolean {
  return /^([4-7]|9|1[0-8]|2[0-5])$/.test(code)
}
