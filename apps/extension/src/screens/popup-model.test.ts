import { mockQqtubeKey } from '@orderwright/mock-server'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { type SetUp, setUp } from '../../test/set-up.ts'
import { consentItem } from '../checkout/consent.ts'
import { messages as texts } from '../checkout/texts/en.generated.ts'
import { parseRequest } from '../messages.ts'
import type { FormValues } from '../order-form/form-model.ts'
import { openPopupModel, type PopupModel } from './popup-model.ts'

async function openPopup(): Promise<PopupModel> {
  const end = new AbortController()
  onTestFinished(() => end.abort())
  const model = await openPopupModel(end.signal)
  await model.refresh()
  return model
}

/** Fills in the form. What a service asks for is read when it is chosen. */
async function fillIn({ form }: PopupModel, values: Partial<FormValues>): Promise<void> {
  form.change(values)
  await expect.poll(() => form.service.value?.id).toBe(values.serviceId)
}

/** A popup in which an order of 1,000 is being reviewed. */
async function reviewing(): Promise<PopupModel> {
  const model = await openPopup()
  await fillIn(model, { serviceId: '3', quantity: '1000' })
  if (!model.reviewing.review()) throw new Error('the order is not complete')
  return model
}

/** A catalogue of one service, dearer than the sample's. */
const oneRow = {
  id_service: '4',
  public_name: 'Views',
  type_name: 'Views',
  amount_minimum: '1000',
  amount_increment: '500',
  example: 'https://www.youtube.com/watch?v=jofNR_WkoCE',
  prices: [{ minimum: '1000', maximum: '20000', pricing_per: '1000', price: '3' }],
  params: [],
}

const isRestored = async (): Promise<boolean> => (await openPopup()).drafts.notice.value?.kind === 'restored'

const adds = ({ server }: SetUp): number => server.control.requestLog.list({ action: 'add' }).length

describe('opening the popup', () => {
  test('shows services, balance and the page, under its own title', async () => {
    await using it = await setUp()
    const model = await openPopup()
    expect(model.data.names.value).toHaveLength(it.server.control.catalogue.services('qqtube').length)
    expect(model.data.balance.value).toMatchObject({ amount: '1000', currency: 'USD' })
    expect(model.page.page.value).toStrictEqual({
      target: { kind: 'video', id: 'jofNR_WkoCE', url: 'https://www.youtube.com/watch?v=jofNR_WkoCE' },
      title: 'A walk',
      form: 'watch',
    })
    expect(model.data.problem.value).toBeUndefined()
  })

  test('asks for no catalogue within ten minutes of the last, but if the person wants one', async () => {
    await using it = await setUp()
    await openPopup()
    it.server.control.requestLog.clear()
    const asked = (): number => it.server.control.requestLog.list({ action: 'services' }).length
    const end = new AbortController()
    onTestFinished(() => end.abort())
    const model = await openPopupModel(end.signal)
    await model.open()
    expect([asked(), model.data.names.value.length > 0, model.data.balance.value?.amount]).toStrictEqual([
      0,
      true,
      '1000',
    ])
    await model.refresh()
    expect(asked()).toBe(1)
  })

  test.each([
    ['eleven minutes later', 11 * 60_000],
    ['by a clock that was set back an hour', -3_600_000],
  ])('asks for the catalogue again %s', async (_, passedMs) => {
    await using it = await setUp()
    await openPopup()
    it.server.control.requestLog.clear()
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + passedMs)
    const end = new AbortController()
    onTestFinished(() => {
      end.abort()
      vi.restoreAllMocks()
    })
    const model = await openPopupModel(end.signal)
    await model.open()
    expect(it.server.control.requestLog.list({ action: 'services' })).toHaveLength(1)
  })

  test('the form is there before anything of the catalogue or the history is read', async () => {
    await using _ = await setUp()
    await openPopup()
    const opened = vi.spyOn(indexedDB, 'open')
    const end = new AbortController()
    onTestFinished(() => {
      end.abort()
      vi.restoreAllMocks()
    })
    const model = await openPopupModel(end.signal)
    expect([opened.mock.calls, model.picker.text.value, model.page.page.value?.title]).toStrictEqual([
      [],
      '',
      'A walk',
    ])
    await model.open()
    expect(model.data.names.value.length).toBeGreaterThan(0)
  })

  test('without consent or an account it knows so', async () => {
    await using _ = await setUp()
    await consentItem.set(null)
    const model = await openPopup()
    expect([model.hasConsent, model.accounts.length]).toStrictEqual([false, 1])
  })

  test('shows what was stored while the server is down, and says so', async () => {
    await using it = await setUp()
    await openPopup()
    await it.server.close()
    const model = await openPopup()
    expect(model.data.names.value.length).toBeGreaterThan(0)
    expect(model.data.problem.value).toContain('Can’t reach')
  })
})

describe('a draft', () => {
  test('is there when the popup opens again, and gone once it is ordered', async () => {
    await using _ = await setUp()
    const first = await openPopup()
    first.form.change({ serviceId: '3', quantity: '1000' })
    await expect.poll(isRestored).toBe(true)
    const second = await openPopup()
    expect([second.form.values.value.quantity, second.drafts.notice.value?.kind]).toStrictEqual([
      '1000',
      'restored',
    ])
    second.reviewing.review()
    await second.place()
    await expect.poll(isRestored).toBe(false)
  })

  test('names its service where that is gone, and keeps the rest', async () => {
    await using it = await setUp()
    const first = await openPopup()
    first.form.change({ serviceId: '3', quantity: '1000' })
    await expect.poll(isRestored).toBe(true)
    const second = await openPopup()
    expect(second.form.goneService.value).toBeUndefined()
    it.server.control.catalogue.replace('qqtube', [oneRow])
    await second.refresh()
    expect([second.form.goneService.value, second.form.values.value.quantity]).toStrictEqual(['3', '1000'])
  })
})

describe('ordering', () => {
  test('goes from review to a number, and into the list', async () => {
    await using it = await setUp()
    const model = await reviewing()
    await model.place()
    const state = model.checkout.state.value
    const [order] = it.server.control.orders.list()
    expect(state.kind === 'ended' && state.record.state).toMatchObject({
      name: 'accepted',
      orderId: order?.id,
    })
    expect(model.orders.entries.value).toHaveLength(1)
    expect(model.data.balance.value?.amount).toBe('997.25')
  })

  test('pressing twice is one order', async () => {
    await using it = await setUp()
    const model = await reviewing()
    await Promise.all([model.place(), model.place()])
    await model.place()
    expect(adds(it)).toBe(1)
  })

  test('a changed price is shown beside the old one and asked again', async () => {
    await using it = await setUp()
    const model = await reviewing()
    const public_name = 'Views · Cedar, by drip'
    it.server.control.catalogue.replace('qqtube', [{ ...oneRow, id_service: '3', public_name }])
    await model.place()
    const state = model.checkout.state.value
    expect(state).toMatchObject({
      kind: 'reviewing',
      issue: { issues: [{ code: 'price_changed', confirmed: '2.75', total: '3' }] },
    })
    expect(state.kind === 'reviewing' && state.complete.quote.total.toFixed()).toBe('3')
    expect(adds(it)).toBe(0)
    await model.place()
    expect(it.server.control.orders.list()[0]?.charged).toBe('3')
  })

  test('another service under the same number is shown beside the old one and asked again', async () => {
    await using it = await setUp()
    const model = await reviewing()
    it.server.control.catalogue.replace('qqtube', [
      { ...oneRow, id_service: '3', public_name: 'Likes · Cedar' },
    ])
    await model.place()
    const state = model.checkout.state.value
    expect(state).toMatchObject({
      kind: 'reviewing',
      issue: {
        issues: [
          { code: 'service_changed', confirmed: 'Views · Cedar, by drip', now: 'Likes · Cedar' },
          { code: 'price_changed' },
        ],
      },
    })
    expect(state.kind === 'reviewing' && state.complete.service.name).toBe('Likes · Cedar')
    expect(adds(it)).toBe(0)
    await model.place()
    expect(adds(it)).toBe(1)
  })

  test('a worker that dies before it stores anything leaves nothing, and says that it is safe', async () => {
    await using it = await setUp()
    const model = await reviewing()
    chrome.runtime.sendMessage = async () => {
      throw new Error('A listener indicated an asynchronous response, but the message channel closed.')
    }
    await model.place()
    expect(model.checkout.state.value).toMatchObject({
      kind: 'reviewing',
      issue: { kind: 'failed', sentence: texts.interrupted() },
    })
    expect(adds(it)).toBe(0)
  })

  test.each<[string, () => Promise<unknown>]>([
    [
      'that dies before it answers',
      () => Promise.reject(new Error('The message channel closed before a response was received.')),
    ],
    ['that fails after it has stored', async () => ({ ok: false, sentence: 'Something went wrong.' })],
  ])('what a worker %s has ordered is found in the history', async (_, answer) => {
    await using it = await setUp()
    const model = await reviewing()
    const { sendMessage } = chrome.runtime
    chrome.runtime.sendMessage = async (message: unknown) => {
      const answered = await sendMessage(message)
      return parseRequest(message)?.type === 'place-order' ? await answer() : answered
    }
    await model.place()
    expect(model.checkout.state.value).toMatchObject({
      kind: 'ended',
      record: { state: { orderId: '123456' } },
    })
    expect(adds(it)).toBe(1)
  })

  test('what is above the balance stays in review, and nothing is stored', async () => {
    await using it = await setUp()
    const model = await reviewing()
    it.server.control.accounts.setFunds(mockQqtubeKey, '1')
    await model.place()
    expect(model.checkout.state.value).toMatchObject({
      kind: 'reviewing',
      issue: { issues: [{ code: 'over_balance', balance: '1', total: '2.75' }] },
    })
    expect(model.orders.entries.value).toStrictEqual([])
    expect(model.form.values.value.quantity).toBe('1000')
  })
})

describe('a popup that was closed while it ordered', () => {
  test('leaves no draft to be sent again, and the next one tells what became of it', async () => {
    await using it = await setUp()
    const first = await reviewing()
    await expect.poll(isRestored).toBe(true)
    const held = it.server.control.faults.add({ fault: 'held', action: 'add' })
    const placing = first.place()
    await it.server.control.requestLog.waitFor({ action: 'add' })
    // Closed here: only what the worker does goes on.
    const second = await openPopup()
    expect(second.form.values.value.serviceId).toBe('')
    expect(second.unseenOutcome.order.value?.state.name).toBe('submitting')
    held.release()
    await expect.poll(() => second.unseenOutcome.order.value?.state.name).toBe('open')
    await placing
  })
})

describe('trying again', () => {
  test('takes what was refused back to the form, and makes one more try of it', async () => {
    await using it = await setUp()
    const model = await reviewing()
    it.server.control.faults.add({ fault: 'html-403', when: 'before', action: 'add' })
    await model.place()
    const state = model.checkout.state.value
    if (state.kind !== 'ended') throw new Error('the order has not ended')
    expect(state.record.state.name).toBe('rejected')
    model.form.change({ quantity: '' })
    await model.reviewing.tryAgain(state.record)
    expect([model.checkout.state.value.kind, model.form.values.value]).toMatchObject([
      'editing',
      { serviceId: '3', quantity: '1000' },
    ])
    model.reviewing.review()
    await model.place()
    const { id } = state.record
    expect(model.checkout.state.value).toMatchObject({
      kind: 'ended',
      record: { id: `${id}.2`, retryOf: id, attempt: 2, state: { name: 'accepted' } },
    })
    expect(it.server.control.orders.list()).toHaveLength(1)
  })

  test('what is another order by now begins anew', async () => {
    await using it = await setUp()
    const model = await reviewing()
    it.server.control.faults.add({ fault: 'html-403', when: 'before', action: 'add' })
    await model.place()
    const state = model.checkout.state.value
    if (state.kind === 'ended') await model.reviewing.tryAgain(state.record)
    await fillIn(model, { serviceId: '1' })
    model.reviewing.review()
    await model.place()
    expect(model.checkout.state.value).toMatchObject({ kind: 'ended', record: { attempt: 1 } })
  })
})
