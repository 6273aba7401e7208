import { signal } from '@preact/signals'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createDrafts, type DraftModel } from './draft-model.ts'
import { type DraftArea, draftItem } from './draft-store.ts'
import { blankForm, createOrderForm, type OrderForm } from './form-model.ts'
import type { Page } from './page-model.ts'

const pageAt = (id: string): Page => ({
  target: { kind: 'video', id, url: `https://www.youtube.com/watch?v=${id}` },
  title: id,
})
const [one, two] = [pageAt('jofNR_WkoCE'), pageAt('aaaaaaaaaaa')]

interface Opened {
  readonly form: OrderForm
  readonly drafts: DraftModel
  moveOn(page: Page): Promise<void>
}

/** A popup over a page, as far as drafts go. */
async function open(at: Page = one, area: DraftArea = 'local'): Promise<Opened> {
  const end = new AbortController()
  onTestFinished(() => end.abort())
  const page = signal<Page | undefined>(at)
  const form = createOrderForm({ services: signal([]), page, currency: signal('USD') })
  const drafts = createDrafts({ form, accountId: signal('a'), page, area }, end.signal)
  await drafts.restore()
  return {
    form,
    drafts,
    moveOn: async next => {
      const earlier = page.value
      page.value = next
      await drafts.movedFrom(earlier)
    },
  }
}

const stored = async (at: Page): Promise<string | undefined> =>
  (await draftItem('a', at.target.url).get())?.quantity

test('every key is kept for the page, with the time of the last one', async () => {
  const first = await open()
  expect(first.drafts.notice.value).toBeUndefined()
  for (const quantity of ['1', '10', '100']) first.form.change({ quantity })
  const draft = await draftItem('a', one.target.url).get()
  const second = await open()
  expect(second.form.values.value).toStrictEqual({ ...blankForm, quantity: '100' })
  expect(second.drafts.notice.value).toStrictEqual({ kind: 'restored', at: draft?.at })
  expect((await open(two)).form.values.value).toStrictEqual(blankForm)
})

test('to open and close changes nothing, so that its time stays', async () => {
  const draft = { ...blankForm, quantity: '5', at: '2026-11-20T12:00:00.000Z' }
  await draftItem('a', one.target.url).set(draft)
  await open()
  expect(await draftItem('a', one.target.url).get()).toStrictEqual(draft)
})

test('what is emptied by hand leaves no draft', async () => {
  const { form } = await open()
  form.change({ quantity: '5' })
  form.change({ quantity: '' })
  expect(await chrome.storage.local.getKeys()).toStrictEqual([])
})

test('discarded is gone at once, and comes back by undo until something else is entered', async () => {
  await draftItem('a', one.target.url).set({ ...blankForm, quantity: '5', at: '2026-11-20T12:00:00.000Z' })
  const { form, drafts } = await open()
  drafts.discard()
  expect([form.values.value, drafts.notice.value, await stored(one)]).toStrictEqual([
    blankForm,
    { kind: 'discarded' },
    undefined,
  ])
  drafts.undo()
  expect([form.values.value.quantity, drafts.notice.value?.kind, await stored(one)]).toStrictEqual([
    '5',
    'restored',
    '5',
  ])
  drafts.discard()
  form.change({ quantity: '7' })
  expect(drafts.notice.value).toBeUndefined()
})

test('what was ordered is gone, with nothing to undo', async () => {
  const { form, drafts } = await open()
  form.change({ quantity: '5' })
  drafts.forget()
  expect([form.values.value, drafts.notice.value, await stored(one)]).toStrictEqual([
    blankForm,
    undefined,
    undefined,
  ])
})

test('what is entered comes along to another page, unless that has a draft of its own', async () => {
  const first = await open()
  first.form.change({ quantity: '5' })
  await first.moveOn(two)
  expect([first.form.values.value.quantity, await stored(one), await stored(two)]).toStrictEqual([
    '5',
    undefined,
    '5',
  ])
  const second = await open()
  second.form.change({ quantity: '9' })
  await second.moveOn(two)
  expect([second.form.values.value.quantity, await stored(one), await stored(two)]).toStrictEqual([
    '5',
    '9',
    '5',
  ])
})

/** From now on the storage takes nothing, until that is undone. */
function fillStorage(): { mockRestore(): void } {
  const error = new Error('Resource::kQuotaBytes quota exceeded')
  return vi.spyOn(chrome.storage.local, 'set').mockRejectedValue(error)
}

test('what cannot be stored is said, until something is, and is never called restored', async () => {
  await draftItem('a', one.target.url).set({ ...blankForm, quantity: '5', at: '2026-11-20T12:00:00.000Z' })
  const { form, drafts } = await open()
  expect(drafts.notice.value?.kind).toBe('restored')
  const full = fillStorage()
  form.change({ quantity: '50' })
  await vi.waitFor(() => expect(drafts.notice.value).toStrictEqual({ kind: 'not_kept', isFull: true }))
  drafts.discard()
  drafts.undo()
  await vi.waitFor(() => expect(drafts.notice.value?.kind).toBe('not_kept'))
  full.mockRestore()
  form.change({ quantity: '500' })
  await vi.waitFor(() => expect(drafts.notice.value).toBeUndefined())
  expect(await stored(one)).toBe('500')
})

test('what cannot be stored for the next page stays stored for the one before', async () => {
  const { form, drafts, moveOn } = await open()
  form.change({ quantity: '5' })
  await vi.waitFor(async () => expect(await stored(one)).toBe('5'))
  const full = fillStorage()
  await moveOn(two)
  full.mockRestore()
  expect([drafts.notice.value?.kind, form.values.value.quantity, await stored(one)]).toStrictEqual([
    'not_kept',
    '5',
    '5',
  ])
})

test('in a private window drafts are in memory alone, apart from those of other windows', async () => {
  const { form } = await open(one, 'session')
  form.change({ quantity: '5' })
  form.change({ quantity: '50' })
  expect(await chrome.storage.local.getKeys()).toStrictEqual([])
  const later = await open(one, 'session')
  expect([later.form.values.value.quantity, later.drafts.notice.value?.kind]).toStrictEqual([
    '50',
    'restored',
  ])
  expect((await open(one)).form.values.value).toStrictEqual(blankForm)
})

const kept = { ...blankForm, serviceId: '7', quantity: '90', at: '2026-11-28T10:00:00.000Z' }

function openForAccounts(): Pick<Opened, 'form' | 'drafts'> & { readonly accountId: { value: string } } {
  const end = new AbortController()
  onTestFinished(() => end.abort())
  const page = signal<Page | undefined>(one)
  const accountId = signal('a')
  const form = createOrderForm({ services: signal([]), page, currency: signal('USD') })
  return { form, accountId, drafts: createDrafts({ form, accountId, page, area: 'local' }, end.signal) }
}

test('what is entered while a draft is read stays', async () => {
  await draftItem('a', one.target.url).set(kept)
  const { form, drafts } = openForAccounts()
  const restored = drafts.restore()
  form.change({ quantity: '3000' })
  await restored
  expect(form.values.value.quantity).toBe('3000')
  expect(drafts.notice.value).toBeUndefined()
})

test('the draft of the account that was chosen last is restored, and nothing of another is left', async () => {
  await draftItem('b', one.target.url).set(kept)
  const { form, accountId, drafts } = openForAccounts()
  const first = drafts.restore()
  form.change({ serviceId: '5' })
  accountId.value = 'b'
  const second = drafts.restore()
  expect(form.values.value.serviceId).toBe('')
  await Promise.all([first, second])
  expect(form.values.value).toMatchObject({ serviceId: '7', quantity: '90' })
  expect(drafts.notice.value).toEqual({ kind: 'restored', at: kept.at })
})
