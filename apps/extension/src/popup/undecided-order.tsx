import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { LifeWords } from '../outbox/describe-life.ts'
import type { OrderEntry } from '../outbox/order-entry.ts'
import { ask } from '../protocol.ts'
import { Button } from '../ui/button.tsx'
import { Money } from '../ui/money.tsx'
import { Notice } from '../ui/notice.tsx'
import { TextField } from '../ui/text-field.tsx'

interface UndecidedOrderProps {
  readonly entry: OrderEntry
  readonly words: LifeWords
  /** The account's name. */
  readonly upstream: string
  /** Whether the upstream lists its orders, so that this one can be looked up. */
  readonly isListed: boolean
}

/** An unknown order: looked up first, then adopted or closed by the person; never sent again by itself. */
export function UndecidedOrder({ entry, words, upstream, isListed }: UndecidedOrderProps): JSX.Element {
  const isBusy = useSignal(false)
  const problem = useSignal<string | undefined>(undefined)
  const search = entry.life.kind === 'unknown' ? entry.life.search : undefined
  const decide: Decide = async request => {
    isBusy.value = true
    const answer = await ask(request).catch(() => lost)
    problem.value = answer.ok ? undefined : answer.sentence
    isBusy.value = false
  }
  const { token } = entry
  return (
    <Notice
      tone="warn"
      title={words.title}
      actions={
        <>
          {isListed && (
            <Button isBusy={isBusy.value} onClick={() => void decide({ type: 'search-order', token })}>
              {isBusy.value ? 'Looking…' : search === undefined ? 'Look it up' : 'Look again'}
            </Button>
          )}
          {(search !== undefined || !isListed) && (
            <Button variant="quiet" onClick={() => void decide({ type: 'close-order', token })}>
              It was not placed
            </Button>
          )}
        </>
      }
    >
      <p role="status">{isListed ? (problem.value ?? words.sentence) : words.sentence}</p>
      {isListed ? (
        <Candidates entry={entry} decide={decide} />
      ) : (
        <OwnSearch
          token={token}
          upstream={upstream}
          problem={problem.value}
          isBusy={isBusy.value}
          decide={decide}
        />
      )}
    </Notice>
  )
}

type Decide = (request: Parameters<typeof ask>[0]) => Promise<void>

function Candidates({ entry, decide }: { readonly entry: OrderEntry; readonly decide: Decide }): JSX.Element {
  const { token, currency, life } = entry
  const candidates = life.kind === 'unknown' ? (life.search?.candidates ?? []) : []
  return (
    <ul class="order-candidates">
      {candidates.map(({ orderId, charge }) => (
        <li class="order-candidate" key={orderId}>
          <span>
            Order {orderId}
            {charge !== undefined && (
              <>
                {', '}
                <Money amount={charge} currency={currency} />
              </>
            )}
          </span>
          <Button variant="quiet" onClick={() => void decide({ type: 'adopt-order', token, orderId })}>
            This is it
          </Button>
        </li>
      ))}
    </ul>
  )
}

interface OwnSearchProps {
  readonly token: string
  readonly upstream: string
  readonly problem: string | undefined
  readonly isBusy: boolean
  readonly decide: Decide
}

/** An upstream that lists no orders: the person looks on its website, and says what is there. */
function OwnSearch({ token, upstream, problem, isBusy, decide }: OwnSearchProps): JSX.Element {
  const orderId = useSignal('')
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (!isBusy) void decide({ type: 'adopt-order', token, orderId: orderId.value })
      }}
    >
      <p>{upstream} lists no orders to programs: look at your orders on its website, and at your balance.</p>
      <div class="order-number">
        <TextField
          id={`order-number-${token}`}
          label="Its number there"
          value={orderId.value}
          issue={problem}
          onInput={next => {
            orderId.value = next
          }}
        />
        <Button isSubmit isBusy={isBusy}>
          {isBusy ? 'Checking…' : 'It is there'}
        </Button>
      </div>
    </form>
  )
}

const lost = { ok: false, sentence: 'The browser ended the extension’s worker. Look again.' } as const
