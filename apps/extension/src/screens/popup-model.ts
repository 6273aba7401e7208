import { isolate, type Quote } from '@orderwright/core'
import { whyNotAgain } from '@orderwright/outbox'
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Account } from '../accounts/account.ts'
import { accountsItem, activeAccountItem, removedAccountsItem } from '../accounts/account-store.ts'
import { currencyOf } from '../accounts/balances.ts'
import { type AccountData, createAccountData } from '../catalogue/account-data-model.ts'
import { createPicker, type Picker } from '../catalogue/ui/picker-model.ts'
import { type CheckoutModel, createCheckout } from '../checkout/checkout-model.ts'
import { consentItem, isConsentValid } from '../checkout/consent.ts'
import { createReview, type ReviewModel } from '../checkout/review-model.ts'
import { type ConfirmedBy, openUndoWindow, undoMs } from '../checkout/undo-window.ts'
import { createUnseenOutcome, type UnseenOutcomeModel } from '../checkout/unseen-outcome-model.ts'
import { createKeyLock, type KeyLockModel } from '../keys/ui/key-lock-model.ts'
import { type LiveLimits, openLiveLimits } from '../limits/live-limits-model.ts'
import { takeOrderToShow } from '../notifications/order-to-show.ts'
import { createBadgeCounts, markShownChanges } from '../notifications/unseen-changes-model.ts'
import { createDrafts, type DraftModel } from '../order-form/draft-model.ts'
import { forgetOldDrafts } from '../order-form/draft-store.ts'
import { createOrderForm, type OrderForm } from '../order-form/form-model.ts'
import { type PageModel, readPage } from '../order-form/page-model.ts'
import { createPriceModel, type PriceModel } from '../order-form/price-model.ts'
import { openTemplates, type TemplatesModel } from '../order-form/templates-model.ts'
import { openPossibleDuplicates } from '../orders/duplicates/possible-duplicates.ts'
import { orderById } from '../orders/history/order-history.ts'
import { createOrders, type OrdersModel } from '../orders/orders-model.ts'
import { followLinkToOrder } from '../places/link-to-order.ts'
import type { Place, PlaceName } from '../places/place.ts'
import { describeFailure } from '../platform/errors.ts'
import { messages as texts } from './texts/popup/en.generated.ts'

/** Everything that the popup shows and does, without a DOM. */
export interface PopupModel {
  readonly hasConsent: boolean
  /** What kept the account from being read, in one sentence. */
  readonly failure: ReadonlySignal<string | undefined>
  /** Those that were removed are last: their orders can be looked at. */
  readonly accounts: readonly Account[]
  readonly account: ReadonlySignal<Account | undefined>
  /** ISO 4217, or what the upstream calls it. */
  readonly currency: ReadonlySignal<string>
  readonly view: Signal<'order' | 'orders'>
  readonly placeName: PlaceName
  /** The record of the order that the person wants to see among the others, or blank. */
  readonly orderToShow: ReadonlySignal<string>
  /** How many orders of each account need the person, by its id. */
  readonly badgeCounts: ReadonlySignal<ReadonlyMap<string, number>>
  /** Possible duplicates at the upstreams, by account id. */
  readonly possibleDuplicates: Awaited<ReturnType<typeof openPossibleDuplicates>>
  readonly drafts: DraftModel
  readonly data: AccountData
  readonly page: PageModel
  readonly form: OrderForm
  readonly templates: TemplatesModel
  readonly price: PriceModel
  readonly picker: Picker
  readonly reviewing: ReviewModel
  readonly checkout: CheckoutModel
  readonly orders: OrdersModel
  readonly unseenOutcome: UnseenOutcomeModel
  readonly keys: KeyLockModel
  readonly limits: LiveLimits
  switchAccount(id: string): Promise<void>
  /** Reads what is stored, then asks the upstream for the balance, for services if they are old, and for what is new of open orders. */
  open(): Promise<void>
  /** Asks the upstream for balance, services and orders. */
  refresh(): Promise<void>
  /** Shows the orders with the one of that id among them, whichever account it went through. */
  showOrders(id: string): Promise<void>
  /** Sends what is being reviewed. */
  place(): Promise<void>
  /**
   * Orders what is filled in, or what is reviewed, if nothing is asked; else it shows what is. False if the form is not complete.
   */
  order(): boolean
  /** Makes the order one for the page that the tab shows now. */
  moveOn(): Promise<void>
}

/**
 * Reads what the form needs to be drawn, and resolves: `open` and `refresh` read the catalogue and the history that are
 * stored, and then ask the upstream. `end` aborts when the popup closes.
 */
export async function openPopupModel(
  end: AbortSignal,
  place: Place = { name: 'popup' },
): Promise<PopupModel> {
  const [consent, used, removed, activeId, toShow, possibleDuplicates, page] = await Promise.all([
    consentItem.get(),
    accountsItem.get(),
    removedAccountsItem.get(),
    activeAccountItem.get(),
    takeOrderToShow(),
    openPossibleDuplicates(end),
    readPage(end, place),
  ])
  const accounts = withRemoved(used, removed)
  const shown = accounts.find(({ id }) => id === toShow?.accountId)
  const active = used.find(({ id }) => id === activeId)
  const accountId = signal((shown ?? active ?? used[0])?.id ?? '')
  const account = computed(() => accounts.find(({ id }) => id === accountId.value))
  const view = signal<'order' | 'orders'>(toShow === null ? 'order' : 'orders')
  const orderToShow = signal(toShow?.recordId ?? '')
  const data = createAccountData(accountId)
  const currency = computed(() => (account.value ? currencyOf(account.value, data.balance.value) : ''))
  const form = createOrderForm({
    services: data.services,
    offered: data.names,
    page: page.page,
    currency,
  })
  const area = page.isPrivate ? 'session' : 'local'
  const drafts = createDrafts({ form, accountId, page: page.page, area }, end)
  const orders = createOrders(accountId, end)
  const { undoWindow } = openUndoWindow(end)
  const completeAnew = async () => {
    await data.readStored()
    return form.complete()
  }
  const checkout = createCheckout({ completeAnew, undoWindow }, end)
  const picker = createPicker({
    names: data.names,
    // Its name is known before its details are.
    selected: computed(() => data.names.value.find(({ id }) => id === form.values.value.serviceId)),
    isLoading: data.isLoading,
    currency,
    recent: computed(() => [...new Set(orders.entries.value.map(({ record }) => record.order.serviceId))]),
    onChoose: ({ id }, budget) =>
      form.change(budget === '' ? { serviceId: id } : { serviceId: id, quantity: budget }),
  })
  const templates = await openTemplates({ form, accountId }, end)
  const keys = createKeyLock(end)
  const unseenOutcome = createUnseenOutcome({ form, drafts, orders })
  const reviewing = createReview({ form, checkout, catalogue: data, page: page.page, view })
  const records = computed(() => orders.entries.value.map(({ record }) => record))
  const shownRecords = computed(() => {
    if (view.value === 'orders') return records.value
    const { value } = checkout.state
    if (value.kind !== 'ended') return []
    // The history may know more by now than when the order ended.
    return [records.value.find(({ id }) => id === value.record.id) ?? value.record]
  })
  const { balance } = data
  const [limits] = await Promise.all([
    openLiveLimits({ accountId, currency, balance, records, now: Date.now }, end),
    drafts.restore(),
  ])
  const price = createPriceModel({ form, balance, issuesOf: limits.issuesOf })

  // The details of a service are read when it is chosen, or was when the draft was left.
  const stop = effect(() => {
    const { serviceId } = form.values.value
    if (data.names.value.length > 0 && serviceId !== '') void data.readService(serviceId)
  })
  end.addEventListener('abort', stop)

  const badgeCounts = createBadgeCounts(end)
  const failure = signal<string | undefined>(undefined)
  const isRead = signal(false)
  // The list of orders, and a limit on all that was ever spent, want the whole history.
  const stopReading = effect(() => {
    if (view.value !== 'orders' && !(isRead.value && limits.countsAll())) return
    orders.readAll().catch((error: unknown) => {
      failure.value = describeFailure(error)
    })
  })
  end.addEventListener('abort', stopReading)
  /** What is stored of the account, once it was asked for. */
  let stored: Promise<void> | undefined

  async function readStored(): Promise<void> {
    const { value: notice } = drafts.notice
    // What a draft has become is no older than the draft; if that is dated later than now, it may be any order.
    const draftedAt = notice?.kind === 'restored' ? Date.parse(notice.at) : undefined
    const since = draftedAt !== undefined && draftedAt > Date.now() ? 0 : draftedAt
    await Promise.all([data.readStored(), orders.read(since), badgeCounts.read()])
    await data.readService(form.values.value.serviceId)
    unseenOutcome.read()
    isRead.value = true
  }

  async function refresh(isForced: boolean, trigger: 'opened' | 'wanted'): Promise<void> {
    stored ??= readStored()
    await stored
    if (account.value === undefined) return
    await Promise.all([keys.read(), data.readAnew(isForced), orders.refresh(trigger)])
  }

  async function switchAccount(id: string): Promise<void> {
    checkout.edit()
    accountId.value = id
    const restored = drafts.restore()
    // It only decides which account the next popup begins with: if the disk is full, that is no reason to fail.
    await activeAccountItem.set(id).catch(() => undefined)
    reviewing.beginAnew()
    await restored
    stored = readStored()
    await refresh(false, 'opened')
  }

  async function confirm(confirmedBy: ConfirmedBy): Promise<void> {
    if (account.value === undefined) return
    await checkout.place(account.value, confirmedBy)
    const { value } = checkout.state
    // It was taken back.
    if (value.kind === 'editing') return
    // What may have been taken must not lie ready to be sent again.
    if (value.kind === 'ended' && whyNotAgain(value.record) !== undefined) {
      reviewing.beginAnew()
      unseenOutcome.clear()
      drafts.forget()
    }
    await refresh(false, 'opened')
  }

  /** Whether the review has something to say about an order that a person should read first. */
  function isAsked({ total, isChargedLater }: Quote): boolean {
    return limits.issuesOf(total.toFixed()).length > 0 || (isChargedLater && limits.hasAny())
  }

  markShownChanges(shownRecords, end)
  await followLinkToOrder(link => {
    // What is being sent stays on the screen; the link is in the form behind it.
    if (checkout.state.value.kind !== 'placing') checkout.edit()
    view.value = 'order'
    form.change({ link })
  }, end)
  // A draft may have been ordered behind a closed popup: it does not show before that is known.
  if (toShow !== null || form.values.value.serviceId !== '') {
    stored = readStored()
    await stored
  }
  return {
    hasConsent: isConsentValid(consent),
    failure,
    accounts,
    account,
    currency,
    view,
    placeName: place.name,
    orderToShow,
    badgeCounts: badgeCounts.counts,
    possibleDuplicates,
    drafts,
    data,
    page,
    form,
    templates,
    price,
    picker,
    reviewing,
    checkout,
    orders,
    unseenOutcome,
    keys,
    limits,
    switchAccount,
    showOrders: async id => {
      const of = (await orderById(id))?.record.accountId
      if (of !== undefined && of !== accountId.value) await switchAccount(of)
      orderToShow.value = id
      view.value = 'orders'
    },
    open: async () => {
      try {
        stored ??= readStored()
        await stored
      } catch (error) {
        failure.value = describeFailure(error)
        return
      }
      await refresh(false, 'opened')
      await forgetOldDrafts(area)
    },
    refresh: () => refresh(true, 'wanted'),
    place: () => confirm('review'),
    order: () => {
      const { value } = checkout.state
      if (value.kind === 'reviewing') {
        if (value.issue === undefined && !isAsked(value.complete.quote)) void confirm('review')
        return true
      }
      if (value.kind !== 'editing' || price.shortfall.value !== undefined) return true
      if (!reviewing.review()) return false
      const quote = form.quote.value
      const isHeld = undoMs(undoWindow.value, 'shortcut') > 0
      if (isHeld && quote !== undefined && !isAsked(quote)) void confirm('shortcut')
      return true
    },
    moveOn: async () => {
      const earlier = page.page.value
      page.page.value = page.movedTo.value
      await drafts.movedFrom(earlier)
    },
  }
}

/** Returns the accounts to choose from. If none is left, one has to be added before anything else. */
function withRemoved(used: readonly Account[], removed: readonly Account[]): readonly Account[] {
  if (used.length === 0) return []
  const known = new Set(used.map(({ id }) => id))
  const gone = removed.filter(({ id }) => !known.has(id))
  return [
    ...used,
    ...gone.map(account => ({ ...account, name: texts.removed({ name: isolate(account.name) }) })),
  ]
}
