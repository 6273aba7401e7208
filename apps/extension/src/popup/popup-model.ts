import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Account } from '../account/account.ts'
import { upstreamKinds } from '../account/upstream-kinds.ts'
import { searchIndex } from '../catalogue/search-services.ts'
import { accountsItem } from '../storage/accounts.ts'
import { activeAccountItem } from '../storage/active-account.ts'
import { consentItem, isConsentValid } from '../storage/consent.ts'
import { type Draft, draftItem, forgetOldDrafts } from '../storage/drafts.ts'
import { createKeyLock, type KeyLockModel } from '../unlock/key-lock-model.ts'
import { type AccountData, createAccountData } from './account-data-model.ts'
import { blankForm, createOrderForm, type FormValues, type OrderForm } from './order-form-model.ts'
import { createOrdering, type OrderingModel } from './ordering-model.ts'
import { createOrders, type OrdersModel } from './orders-model.ts'
import { type PageModel, readPage } from './page-model.ts'
import { createPicker, type Picker } from './picker-model.ts'

/** Everything that the popup shows and does, without a DOM. */
export interface PopupModel {
  readonly hasConsent: boolean
  readonly accounts: readonly Account[]
  readonly account: ReadonlySignal<Account | undefined>
  /** ISO 4217, or what the upstream calls it. */
  readonly currency: ReadonlySignal<string>
  readonly view: Signal<'order' | 'orders'>
  readonly isDraftRestored: ReadonlySignal<boolean>
  readonly data: AccountData
  readonly page: PageModel
  readonly form: OrderForm
  readonly picker: Picker
  readonly ordering: OrderingModel
  readonly orders: OrdersModel
  readonly keys: KeyLockModel
  switchAccount(id: string): Promise<void>
  /** Asks the upstream for services, balance and open orders. */
  refresh(): Promise<void>
  /** Sends what is being reviewed. */
  place(): Promise<void>
  /** Empties the form and forgets the draft. */
  startOver(): void
}

/** Reads what is stored, and resolves; `refresh` asks the upstream. `end` aborts when the popup closes. */
export async function openPopupModel(end: AbortSignal): Promise<PopupModel> {
  const [consent, accounts, activeId, page] = await Promise.all([
    consentItem.get(),
    accountsItem.get(),
    activeAccountItem.get(),
    readPage(end),
  ])
  const accountId = signal((accounts.find(({ id }) => id === activeId) ?? accounts[0])?.id ?? '')
  const account = computed(() => accounts.find(({ id }) => id === accountId.value))
  const isDraftRestored = signal(false)
  const data = createAccountData(accountId)
  const form = createOrderForm({ services: data.services, page: page.page })
  const orders = createOrders(accountId, end)
  const ordering = createOrdering({
    completeAnew: async () => {
      await data.readStored()
      return form.complete()
    },
  })
  const picker = createPicker({
    index: computed(() => searchIndex(data.services.value)),
    selected: form.service,
    onChoose: ({ id }) => form.change({ serviceId: id }),
  })
  const keys = createKeyLock(end)
  const pageUrl = (): string => page.page.value?.target.url ?? ''

  async function readStored(): Promise<void> {
    const [draft] = await Promise.all([
      draftItem(accountId.value, pageUrl()).get(),
      data.readStored(),
      orders.read(),
    ])
    form.reset(draft ?? blankForm)
    isDraftRestored.value = draft !== null
  }

  async function refresh(isForced: boolean): Promise<void> {
    if (account.value === undefined) return
    await Promise.all([keys.read(), data.readAnew(isForced), orders.refresh()])
  }

  function startOver(): void {
    form.reset(blankForm)
    isDraftRestored.value = false
  }

  await readStored()
  // Not subscribed to the account: what was entered for one is no draft of the next.
  keepDrafts(form, draft => draftItem(accountId.peek(), pageUrl()).set(draft), end)
  await forgetOldDrafts()
  return {
    hasConsent: isConsentValid(consent),
    accounts,
    account,
    currency: computed(() => data.balance.value?.currency ?? currencyOf(account.value)),
    view: signal<'order' | 'orders'>('order'),
    isDraftRestored,
    data,
    page,
    form,
    picker,
    ordering,
    orders,
    keys,
    switchAccount: async id => {
      ordering.edit()
      accountId.value = id
      await activeAccountItem.set(id)
      await readStored()
      await refresh(false)
    },
    refresh: () => refresh(true),
    place: async () => {
      if (account.value === undefined) return
      await ordering.place(account.value)
      const { value } = ordering.state
      // What may have been taken must not lie ready to be sent again.
      if (value.kind === 'ended' && ['accepted', 'unknown'].includes(value.entry.life.kind)) startOver()
      await refresh(false)
    },
    startOver,
  }
}

function currencyOf(account: Account | undefined): string {
  return account === undefined ? '' : upstreamKinds[account.kind].currency
}

/** The popup may close at any key, so each one is kept. */
function keepDrafts(form: OrderForm, keep: (draft: Draft | null) => Promise<void>, end: AbortSignal): void {
  let isFirst = true
  const stop = effect(() => {
    const { value } = form.values
    if (!isFirst) void keep(isBlank(value) ? null : { ...value, at: new Date().toISOString() })
    isFirst = false
  })
  end.addEventListener('abort', stop)
}

function isBlank({ serviceId, quantity, params, link }: FormValues): boolean {
  return [serviceId, quantity, link, ...Object.values(params)].every(text => text === '')
}
