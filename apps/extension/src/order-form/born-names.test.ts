import { parseServices, type Service } from '@orderwright/core'
import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { reviewFacts } from '../checkout/review-facts.ts'
import { youtubeTarget } from '../youtube-target.ts'
import { isRequired } from './describe-param.ts'
import { draftItem } from './draft-store.ts'
import { blankForm, createOrderForm, type OrderForm } from './form-model.ts'
import type { Page } from './page-model.ts'

/** Names that every object has from its prototype. */
const names = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'] as const

const { services, problems } = parseServices('qqtube', [
  {
    id_service: '1',
    public_name: 'Sample',
    type_name: 'Views',
    amount_minimum: '1',
    amount_increment: '1',
    example: 'https://www.youtube.com/watch?v=jofNR_WkoCE',
    prices: [{ minimum: '1', maximum: '10', pricing_per: '1', price: '1' }],
    params: names.map(name => ({
      field_name: name,
      field_label: `The ${name}`,
      field_validators: 'required|min:2',
    })),
  },
])

function form(): OrderForm {
  const target = youtubeTarget('https://youtu.be/jofNR_WkoCE')
  const page = signal<Page | undefined>(target && { target, title: 'A walk' })
  return createOrderForm({ services: signal<readonly Service[]>(services), page, currency: signal('USD') })
}

test.each(names)(
  'a param called %s is blank, asked for, filled in, reviewed and kept like any other',
  async name => {
    expect(problems).toStrictEqual([])
    const it = form()
    it.change({ serviceId: '1', quantity: '2' })
    const param = services[0]?.params.find(candidate => candidate.name === name)
    expect(param && isRequired({ ...param, rules: [] }, services[0]?.params ?? [], {})).toBe(false)
    expect([it.openIssues.value.length, it.complete(), it.issueOf(name)]).toStrictEqual([
      names.length,
      undefined,
      expect.stringContaining(`The ${name}`),
    ])
    for (const other of names) it.changeParam(other, `1${other === name ? '1' : '2'}`)
    const complete = it.complete()
    expect(Object.entries(complete?.order.params ?? {}).toSorted()).toStrictEqual(
      names.map(other => [other, other === name ? '11' : '12']).toSorted(),
    )
    expect(complete && reviewFacts(complete)).toContainEqual({ label: `The ${name}`, value: '11' })
    const item = draftItem('a', 'page')
    await item.set({ ...it.values.value, at: '2026-11-20T12:00:00.000Z' })
    const draft = await item.get()
    const later = form()
    later.reset({ ...blankForm, ...draft })
    expect(later.complete()?.order).toStrictEqual(complete?.order)
  },
)
