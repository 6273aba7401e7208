import './shortfall-notice.css'
import type { JSX } from 'preact'
import { formatCount } from '../../format/money.ts'
import { messages as texts } from './texts/en.generated.ts'

interface ShortfallNoticeProps {
  /** How much is missing, in one sentence. */
  readonly sentence: string
  /** The greatest quantity that the balance buys, a decimal string; absent if there is none. */
  readonly affordable: string | undefined
  readonly onChoose: (quantity: string) => void
}

/** Shows what the balance lacks, and what it is enough for. */
export function ShortfallNotice({ sentence, affordable, onChoose }: ShortfallNoticeProps): JSX.Element {
  const quantity = affordable === undefined ? undefined : formatCount(affordable)
  return (
    <div class="shortfall">
      <p role="status">{sentence}</p>
      {quantity !== undefined && affordable !== undefined && (
        <button type="button" class="choice-chip" data-offered="" onClick={() => onChoose(affordable)}>
          {texts.use({ quantity })}
        </button>
      )}
    </div>
  )
}

interface AddFundsProps {
  /** An address of the account's provider. */
  readonly baseUrl: string
}

/** Shows the way to the provider's own site. No API of theirs takes money. */
export function AddFunds({ baseUrl }: AddFundsProps): JSX.Element {
  const { origin, host } = new URL(baseUrl)
  return (
    <a class="button" data-variant="primary" href={origin} target="_blank" rel="noreferrer" title={host}>
      {texts.short.addFunds()}
    </a>
  )
}
