import { signal } from '@preact/signals'
import { expect, onTestFinished, test } from 'vitest'
import { createDrafts, type DraftModel } from './draft-model.ts'
import { draftItem } from './draft-store.ts'
import { createOrderForm, type OrderForm } from './form-model.ts'

const draft = {
  serviceId: '7',
  quantity: '90',
  drip: false,
  params: {},
  link: '',
  at: '2026-11-28T10:00:00Z',
}

function openDrafts(): {
  readonly form: OrderForm
  readonly accountId: { value: string }
  readonly drafts: DraftModel
} {
  const page = signal(undefined)
  const accountId = signal('one')
  const form = createOrderForm({ services: signal([]), page, currency: signal('USD') })
  const end = new AbortController()
  onTestFinished(() => end.abort())
  return { form, accountId, drafts: createDrafts({ form, accountId, page, area: 'local' }, end.signal) }
}

test('what is entered while a draft is read stays', async () => {
  await draftItem('one', '').set(draft)
  const { form, drafts } = openDrafts()
  const restored = drafts.restore()
  form.change({ quantity: '3000' })
  await restored
  expect(form.values.value.quantity).toBe('3000')
  expect(drafts.notice.value).toBeUndefined()
})

test('the draft of the account that was chosen last is restored, and nothing of another is left', async () => {
  await draftItem('two', '').set(draft)
  const { form, accountId, drafts } = openDrafts()
  const first = drafts.restore()
  form.change({ serviceId: '5' })
  accountId.value = 'two'
  const second = drafts.restore()
  expect(form.values.value.serviceId).toBe('')
  await Promise.all([first, second])
  expect(form.values.value).toMatchObject({ serviceId: '7', quantity: '90' })
  expect(drafts.notice.value).toEqual({ kind: 'restored', at: draft.at })
})
