import { effect, type ReadonlySignal, signal } from '@preact/signals'
import { isStorageFull } from '../platform/errors.ts'
import { type Draft, type DraftArea, draftItem } from './draft-store.ts'
import { blankForm, type FormValues, type OrderForm } from './form-model.ts'
import type { Page } from './page-model.ts'

/** What the form says about the draft that it began with. */
export type DraftNotice =
  /** `at` is ISO 8601: when it was entered. */
  | { readonly kind: 'restored'; readonly at: string }
  | { readonly kind: 'discarded' }
  /** What is entered could not be stored, and goes with the popup. */
  | { readonly kind: 'not_kept'; readonly isFull: boolean }

export interface DraftModel {
  readonly notice: ReadonlySignal<DraftNotice | undefined>
  /** Fills the form with the draft of the account and page, or empties it. */
  restore(): Promise<void>
  /** Empties the form and forgets the draft. */
  discard(): void
  /** Brings back what was discarded. */
  undo(): void
  /** Discards the draft for good, since it was ordered. */
  forget(): void
  /**
   * To be called when the order is for another page from now on: that page's own draft is restored, or else what
   * is entered comes along.
   */
  movedFrom(earlier: Page | undefined): Promise<void>
}

interface DraftOptions {
  readonly form: OrderForm
  readonly accountId: ReadonlySignal<string>
  readonly page: ReadonlySignal<Page | undefined>
  readonly area: DraftArea
}

/** Keeps what is entered, for each account and page, from the first `restore` on; the popup may close at any key. */
export function createDrafts({ form, accountId, page, area }: DraftOptions, end: AbortSignal): DraftModel {
  const notice = signal<DraftNotice | undefined>(undefined)
  let discarded: { readonly values: FormValues; readonly notice: DraftNotice | undefined } | undefined
  /** The draft as stored. An unchanged draft is not written again, so that its time stays. */
  let known = form.values.peek()

  /** Counts the writes, so that the result of an earlier one is ignored. */
  let latest = 0

  const itemOf = (of: Page | undefined) => draftItem(accountId.peek(), of?.target.url ?? '', area)

  function fill(values: FormValues, next: DraftNotice | undefined): void {
    known = values
    latest += 1
    form.reset(values)
    notice.value = next
  }

  /** Whether it is stored; if not, the form says so until something is. */
  async function keep(values: FormValues): Promise<boolean> {
    const item = itemOf(page.peek())
    latest += 1
    const turn = latest
    try {
      if (isBlank(values)) await item.remove()
      else await item.set({ ...values, at: new Date().toISOString() })
    } catch (error) {
      if (turn === latest) notice.value = { kind: 'not_kept', isFull: isStorageFull(error) }
      return false
    }
    if (turn === latest && notice.peek()?.kind === 'not_kept') notice.value = undefined
    return true
  }

  const stop = effect(() => {
    const values = form.values.value
    if (values === known) return
    known = values
    // In the very call it is on its way to the browser's own process, in the order of the keys.
    void keep(values)
    if (notice.peek()?.kind === 'discarded') notice.value = undefined
  })
  end.addEventListener('abort', stop)

  function forget(): void {
    fill(blankForm, undefined)
    itemOf(page.peek())
      .remove()
      .catch(() => undefined)
  }

  return {
    notice,
    forget,
    restore: async () => {
      fill(blankForm, undefined)
      const turn = latest
      const draft = await itemOf(page.peek()).get()
      // What was entered meanwhile stays, and so does what a later call has restored.
      if (draft === null || turn !== latest) return
      fill(valuesOf(draft), { kind: 'restored', at: draft.at })
    },
    discard: () => {
      discarded = { values: form.values.peek(), notice: notice.peek() }
      forget()
      notice.value = { kind: 'discarded' }
    },
    undo: () => {
      if (discarded === undefined) return
      form.reset(discarded.values)
      notice.value = discarded.notice
    },
    movedFrom: async earlier => {
      const draft = await itemOf(page.peek()).get()
      if (draft !== null) return fill(valuesOf(draft), { kind: 'restored', at: draft.at })
      const entered = form.values.peek()
      if (isBlank(entered)) return
      if (await keep(entered)) await itemOf(earlier).remove()
    },
  }
}

function valuesOf({ at: _, ...values }: Draft): FormValues {
  return values
}

function isBlank({ serviceId, quantity, params, link }: FormValues): boolean {
  return [serviceId, quantity, link, ...Object.values(params)].every(text => text === '')
}
