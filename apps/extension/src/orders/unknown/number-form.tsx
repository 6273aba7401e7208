import { isolate } from '@orderwright/core'
import type { OrderRecord } from '@orderwright/outbox'
import { useSignal } from '@preact/signals'
import type { ComponentChildren, JSX } from 'preact'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Deciding } from './deciding.ts'
import { messages as texts } from './texts/en.generated.ts'

interface NumberFormProps {
  readonly record: OrderRecord
  /** The account's name. */
  readonly upstream: string
  readonly deciding: Deciding
  readonly hint?: string
  /** What else the person may know. */
  readonly children?: ComponentChildren
}

/** Asks for the number of an order that the person has found at the upstream, where it is checked. */
export function NumberForm({ record, upstream, deciding, hint, children }: NumberFormProps): JSX.Element {
  const { isBusy, problem, answer } = deciding
  const orderId = useSignal('')
  const isMissing = useSignal(false)
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        isMissing.value = orderId.value.trim() === ''
        if (!isBusy && !isMissing.value) answer({ kind: 'placed', orderId: orderId.value })
      }}
    >
      <TextField
        id={`order-number-${record.id}`}
        label={texts.number.label({ provider: isolate(upstream) })}
        value={orderId.value}
        hint={hint}
        issue={isMissing.value ? texts.number.missing({ provider: isolate(upstream) }) : problem}
        onInput={next => {
          orderId.value = next
          isMissing.value = false
        }}
      />
      <div class="undecided-choices">
        <Button isSubmit isBusy={isBusy}>
          {isBusy ? texts.number.checking() : texts.number.placed()}
        </Button>
        {children}
      </div>
    </form>
  )
}
