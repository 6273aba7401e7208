import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { OrderView } from '../handle/order-view.ts'
import { type Api, RefusedError } from './api.ts'

interface Props {
  readonly api: Api
  /** The order to send another way; the dialog is open while there is one. */
  readonly order: OrderView | undefined
  readonly onChanged: () => void
  readonly onClosed: () => void
}

const examples = [
  'timed',
  'immediate',
  'polls: 3',
  'partial at 40 %',
  'canceled',
  'refunded',
  'error 5',
  'stuck at 60 %',
]

const usual: readonly (readonly [behaviour: string, label: string])[] = [
  ['immediate', 'completes now'],
  ['partial at 40 %', 'partial at 40 %'],
  ['canceled', 'canceled'],
  ['error', 'error'],
  ['stuck', 'stuck'],
]

export function OrderDialog({ api, order, onChanged, onClosed }: Props): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null)
  const behaviour = useRef<HTMLInputElement>(null)
  const shownError = useSignal<string | undefined>(undefined)
  useLayoutEffect(() => {
    if (order === undefined || dialog.current === null || behaviour.current === null) return
    shownError.value = undefined
    behaviour.current.value = order.behaviour
    dialog.current.showModal()
    behaviour.current.select()
  }, [order, shownError])

  const attempt = async (work: (path: string) => Promise<void>): Promise<void> => {
    try {
      await work(`/orders/${order?.id}`)
      dialog.current?.close()
      onChanged()
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      shownError.value = error.message
    }
  }
  const setBehaviour = (text = ''): void =>
    void attempt(path => api.send('PUT', `${path}/behaviour`, { behaviour: text }))

  return (
    <dialog id="script" ref={dialog} aria-labelledby="script-title" onClose={onClosed}>
      <form
        id="script-form"
        onSubmit={event => {
          event.preventDefault()
          setBehaviour(behaviour.current?.value.trim())
        }}
      >
        <h2 id="script-title">Order {order?.id}</h2>
        <p class="muted" id="script-facts">
          {order !== undefined &&
            `Service ${order.serviceId} of ${order.account}, ${order.state.replace('_', ' ')}`}
        </p>
        <label class="field">
          <span>From now on it goes</span>
          <input
            id="script-behaviour"
            ref={behaviour}
            type="text"
            list="behaviours"
            autocomplete="off"
            spellcheck={false}
          />
        </label>
        <datalist id="behaviours">
          {examples.map(example => (
            <option key={example} value={example} />
          ))}
        </datalist>
        <fieldset class="row" aria-label="Usual ways">
          {usual.map(([text, label]) => (
            <button
              key={text}
              type="button"
              class="button"
              data-behaviour={text}
              onClick={() => setBehaviour(text)}
            >
              {label}
            </button>
          ))}
        </fieldset>
        <p id="script-error" class="error" role="alert" hidden={shownError.value === undefined}>
          {shownError}
        </p>
        <div class="row actions">
          <button
            id="script-refund"
            type="button"
            class="button quiet"
            onClick={() => void attempt(path => api.send('POST', `${path}/refund`, {}))}
          >
            Refund in full
          </button>
          <button id="script-close" type="button" class="button" onClick={() => dialog.current?.close()}>
            Close
          </button>
          <button type="submit" class="button strong">
            Set
          </button>
        </div>
      </form>
    </dialog>
  )
}
