import { globSync, readFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { join } from 'node:path'
import { parseServices, quote, toJsonSchema, toStandardSchema } from '@orderwright/core'
import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { serviceOf } from '../src/catalogue/catalogue-store.ts'
import { handleRequest } from '../src/messages.ts'
import { describeRules, isRequired } from '../src/order-form/describe-param.ts'
import { createOrderForm } from '../src/order-form/form-model.ts'
import type { Page } from '../src/order-form/page-model.ts'
import { youtubeTarget } from '../src/youtube-target.ts'
import { placed, setUp } from './set-up.ts'

const root = join(import.meta.dirname, '../../..')
const sources = /(?:packages\/(?:core|client|outbox)|apps\/extension)\/src\/[^?#]*/

interface Run {
  /** From the root of the repository. */
  readonly file: string
  readonly name: string
  readonly calls: number
}

/** Returns the product's functions that run in `walk`. */
async function runsOf(walk: () => unknown): Promise<readonly Run[]> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  await walk()
  const { result } = await session.post('Profiler.takePreciseCoverage')
  session.disconnect()
  return result.flatMap(({ url, functions }) => {
    const [file] = sources.exec(url) ?? []
    if (file === undefined) return []
    return functions.flatMap(({ functionName: name, ranges }) => {
      const calls = ranges[0]?.count ?? 0
      return name === '' || calls === 0 ? [] : [{ file, name, calls }]
    })
  })
}

/** Returns the product's files of which a function runs in `walk`. */
async function filesOf(walk: () => Promise<unknown>): Promise<readonly string[]> {
  return [...new Set((await runsOf(walk)).map(({ file }) => file))]
}

test('a quantity that is typed passes at most 45 files that know of it on its way to the wire', async () => {
  await using it = await setUp()
  // The first order of an account stores the catalogue that a form is filled in by.
  const earlier = 'https://www.youtube.com/watch?v=jNQXAC9IVRw'
  await placed({ ...it.request, id: 'earlier', order: { ...it.request.order, target: earlier } })
  const service = await serviceOf(it.account.id, it.request.order.serviceId, 0)
  const target = youtubeTarget(it.request.order.target ?? '')
  const page: Page | undefined = target && { target, title: 'A walk' }

  const passed = await filesOf(async () => {
    const form = createOrderForm({
      services: signal(service === undefined ? [] : [service]),
      page: signal(page),
      currency: signal('USD'),
    })
    form.change({ serviceId: it.request.order.serviceId })
    form.change({ quantity: '1,000' })
    expect(form.complete()?.order).toStrictEqual(it.request.order)
    await placed(it.request)
  })

  const knowing = passed.filter(file =>
    /quantity|PreparedOrder|\border\.params\b/i.test(readFileSync(join(root, file), 'utf8')),
  )
  expect(knowing).toEqual(
    expect.arrayContaining([
      'apps/extension/src/order-form/form-model.ts',
      'packages/core/src/quote/quote.ts',
      'packages/client/src/qqtube/add.ts',
    ]),
  )
  expect(knowing.length, knowing.join('\n')).toBeLessThanOrEqual(45)
  expect(it.server.control.orders.list().at(-1)?.quantity).toBe('1000')
})

test('a rule is parsed once, and read by the field, the judge, the Standard Schema and the JSON Schema', async () => {
  const params = [{ field_name: 'minutes', field_validators: 'required|min:10' }]
  const row = { id_service: '3', prices: [{ pricing_per: '1', price: '1' }], params }
  const order = { quantity: '1', params: { minutes: '9' } }
  const issues = [{ code: 'below_min', path: 'minutes', min: '10' }]

  const runs = await runsOf(() => {
    const { services } = parseServices('qqtube', [row])
    expect(services).toHaveLength(1)
    for (const service of services) {
      const described = service.params.map(param => [isRequired(param, [], {}), describeRules(param)])
      expect(described).toEqual([[true, expect.stringContaining('10')]])
      expect(quote(service, order)).toEqual({ ok: false, issues })
      const standard = toStandardSchema(service)['~standard'].validate(order)
      expect(standard.issues?.map(({ issue }) => issue)).toEqual(issues)
      expect(toJsonSchema(service).properties.params).toMatchObject({
        properties: {
          minutes: { anyOf: [{ type: 'string' }, { type: 'number', allOf: [{ minimum: 10 }] }] },
        },
        required: ['minutes'],
      })
    }
  })

  const parsing = runs.filter(({ name }) => /^parseRules?$/.test(name))
  expect(parsing).toEqual([
    { file: 'packages/core/src/rules/parse-rules.ts', name: 'parseRules', calls: 1 },
    // Of two rules.
    { file: 'packages/core/src/rules/parse-rules.ts', name: 'parseRule', calls: 2 },
  ])
  expect(runs.map(({ file }) => file)).toEqual(
    expect.arrayContaining([
      'apps/extension/src/order-form/describe-param.ts',
      'packages/core/src/rules/check-value.ts',
      'packages/core/src/schema/standard-schema.ts',
      'packages/core/src/schema/json-schema.ts',
    ]),
  )
})

/** Resolves once nothing that takes turns is under way. */
async function idle(): Promise<void> {
  await expect
    .poll(async () => {
      const { held = [], pending = [] } = await navigator.locks.query()
      return [...held, ...pending]
    })
    .toEqual([])
}

test('a look-up of an unknown order has at most four hops', async () => {
  await using it = await setUp()
  it.server.control.faults.add({ action: 'add', fault: 'html' })
  // The list cannot be read, so that the look-up changes nothing and nothing follows from it.
  it.server.control.faults.add({ action: 'submissions', fault: 'html-403', times: 9 })
  const { id, state } = await placed(it.request)
  expect(state.name).toBe('unknown')
  await idle()
  it.server.control.requestLog.clear()

  const passed = await filesOf(() => handleRequest({ type: 'look-up-order', id }))

  expect(it.server.control.requestLog.list({ action: 'submissions' })).toHaveLength(1)
  // A hop is a file that hands the look-up on, or reads for it, between the table of messages and the upstream's client.
  const hops = passed.filter(
    file =>
      !/^packages\/client|\/messages\.ts$/.test(file) &&
      /\b(lookUp\w*|resolve\w+|readListing)\(/.test(readFileSync(join(root, file), 'utf8')),
  )
  expect(hops).toEqual(
    expect.arrayContaining([
      'apps/extension/src/orders/unknown/resolve-unknown.background.ts',
      'packages/outbox/src/runner/resolve-unknown.ts',
    ]),
  )
  expect(hops.length, hops.join('\n')).toBeLessThanOrEqual(4)
})

test('after a change of an order one file says what follows', () => {
  const folder = join(root, 'apps/extension/src')
  const files = globSync('**/*.{ts,tsx}', { cwd: folder, exclude: ['**/*.test.*'] })
  const importersOf = (name: string): readonly string[] =>
    files.filter(file => {
      const text = readFileSync(join(folder, file), 'utf8')
      return new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from`).test(text)
    })
  const follows = ['queueNotifications', 'showNotifications', 'updateBadge', 'setPollAlarm']
  expect(follows.map(importersOf)).toEqual(follows.map(() => ['after-order-change.background.ts']))
  expect(importersOf('onOrderChange')).toEqual(['background.ts'])
  expect(importersOf('afterOrderChange')).toEqual(['background.ts'])
})
