import { type OrderRecord, whyNotAgain } from '@orderwright/outbox'
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Account } from '../account/account.ts'
import { upstreamKinds } from '../account/upstream-kinds.ts'
import { searchIndex } from '../catalogue/search-services.ts'
import { accountsItem } from '../storage/accounts.ts'
import { activeAccountItem } from '../storage/active-account.ts'
import { consentItem, isConsentValid } from '../storage/consent.ts'
import { forgetOldDrafts } from '../storage/drafts.ts'
import { createKeyLock, type KeyLockModel } from '../unlock/key-lock-model.ts'
import { type AccountData, createAccountData } from './account-data-model.ts'
import { createDrafts, type DraftModel } from './draft-model.ts'
import { createOrderForm, type FormValues, type OrderForm } from './order-form-model.ts'
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
  readonly drafts: DraftModel
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
  /** Shows what is filled in for review, or every issue that keeps it from that; whether it is shown. */
  review(): boolean
  /** Sends what is being reviewed. */
  place(): Promise<void>
  /** Fills in what nobody took, priced anew: for review where it may go as it was, else to be corrected. */
  tryAgain(record: OrderRecord): void
  /** From now on the order is for where the tab is now. */
  moveOn(): Promise<void>
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
  const view = signal<'order' | 'orders'>('order')
  /** What the form tries again. */
  const earlier = signal<OrderRecord | undefined>(undefined)
  const data = createAccountData(accountId)
  const form = createOrderForm({ services: data.services, page: page.page })
  const drafts = createDrafts({ form, accountId, page: page.page }, end)
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

  async function readStored(): Promise<void> {
    await Promise.all([drafts.restore(), data.readStored(), orders.read()])
  }

  function review(): boolean {
    const complete = form.complete()
    if (complete === undefined) return false
    // Of another service it is another order.
    const isIt = earlier.value?.order.serviceId === complete.service.id
    ordering.review(complete, isIt ? earlier.value?.id : undefined)
    return true
  }

  async function refresh(isForced: boolean): Promise<void> {
    if (account.value === undefined) return
    await Promise.all([keys.read(), data.readAnew(isForced), orders.refresh()])
  }

  await readStored()
  await forgetOldDrafts()
  return {
    hasConsent: isConsentValid(consent),
    accounts,
    account,
    currency: computed(() => data.balance.value?.currency ?? currencyOf(account.value)),
    view,
    drafts,
    data,
    page,
    form,
    picker,
    ordering,
    orders,
    keys,
    switchAccount: async id => {
      ordering.edit()
      earlier.value = undefined
      accountId.value = id
      await activeAccountItem.set(id)
      await readStored()
      await refresh(false)
    },
    refresh: () => refresh(true),
    review,
    tryAgain: record => {
      ordering.edit()
      form.reset(valuesOf(record, page.page.value?.target.url))
      earlier.value = record
      view.value = 'order'
      if (record.life.state !== 'rejected') review()
    },
    place: async () => {
      if (account.value === undefined) return
      await ordering.place(account.value)
      const { value } = ordering.state
      // What may have been taken must not lie ready to be sent again.
      if (value.kind === 'ended' && whyNotAgain(value.record) !== undefined) {
        earlier.value = undefined
        drafts.forget()
      }
      await refresh(false)
    },
    moveOn: async () => {
      const earlier = page.page.value
      page.page.value = page.movedTo.value
      await drafts.movedFrom(earlier)
    },
  }
}

/** What was ordered, as the form has it. */
function valuesOf({ order }: OrderRecord, pageUrl: string | undefined): FormValues {
  const { serviceId, quantity = '', drip, params, target = '' } = order
  return { serviceId, quantity, drip, params, link: target === pageUrl ? '' : target }
}

function currencyOf(account: Account | undefined): string {
  return account === undefined ? '' : upstreamKinds[account.kind].currency
}
