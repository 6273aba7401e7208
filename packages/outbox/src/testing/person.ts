import { Decimal, type PreparedOrder } from '@orderwright/core'
import {
  type Answer,
  createDraft,
  type NextTryInput,
  nextTry,
  type OrderRecord,
  orderIdOf,
} from '../index.ts'
import { charge } from './model-upstream.ts'
import type { Stage } from './stage.ts'
import { accountId, pick, type Story, settleMs } from './story.ts'
import { expectTo } from './violation.ts'

const targets = [
  'https://www.youtube.com/watch?v=aaaaaaaaaaa',
  'https://www.youtube.com/watch?v=bbbbbbbbbbb',
] as const
const quote = { total: new Decimal(charge), quantity: new Decimal(1000), isChargedLater: false }

/** Returns an order for one of few targets, with the tag by which the model of an upstream tells records apart. */
export function orderFor(choice: number, tag: string | undefined): PreparedOrder {
  const params = tag === undefined ? {} : { tag }
  return { serviceId: '3', target: pick(targets, choice), quantity: '1000', drip: false, params }
}

/** Somebody who clicks too often, tries again what may be tried again, and says nothing that is not certain. */
export interface Person {
  /** A new form, or one that was clicked before: then it is the same order. */
  click(choice: number): void
  /** The same, for a program that sends it later. */
  accept(choice: number): void
  /** Asks for another order under the id of one that is recorded: it must be refused. */
  reuse(choice: number): void
  retry(choice: number): void
  answer(record: OrderRecord, choice: number): void
  refreshStatuses(choice: number): void
}

export function createPerson(stage: Stage, { traits }: Story): Person {
  const forms: OrderRecord[] = []

  const inputFor = (order: PreparedOrder): NextTryInput => ({
    order,
    quote,
    serviceName: 'Sample',
    createdAt: stage.now(),
  })

  function newForm(choice: number): OrderRecord {
    const id = `form-${forms.length}`
    const input = inputFor(orderFor(choice >> 2, id))
    const form = createDraft({ ...input, id, accountId, canListOrders: traits.canListOrders })
    forms.push(form)
    return form
  }

  function formFor(choice: number): OrderRecord {
    const known = choice % 3 === 0 ? undefined : pick(forms, choice >> 3)
    return known ?? newForm(choice)
  }

  /** Looks at the upstream: what is not there may still come, for a while. */
  function truthOf({ id, state }: OrderRecord): Answer {
    const taken = stage.upstream.taken.find(({ tag }) => tag === id)
    if (taken !== undefined) return { kind: 'placed', orderId: taken.orderId }
    const hasSettled = state.name === 'unknown' && stage.now() >= state.since + settleMs
    return { kind: hasSettled && !stage.upstream.mayStillTake(id) ? 'not_placed' : 'not_yet_known' }
  }

  return {
    click: choice => stage.watch(stage.window(choice >> 1).confirm(formFor(choice))),
    accept: choice => stage.watch(stage.window(choice >> 1).accept(formFor(choice))),
    reuse: choice => {
      const form = pick(
        forms.filter(({ id }) => stage.records.has(id)),
        choice >> 3,
      )
      if (form === undefined) return
      const params = { ...form.order.params, tag: `${form.id}!` }
      const asked = stage.window(choice).confirm({ ...form, order: { ...form.order, params } })
      const isRefused = asked.then(result =>
        expectTo(
          result.kind === 'rejected' && result.rejection.code === 'id_taken',
          `another order under the id ${form.id} was ${result.kind}`,
        ),
      )
      stage.watch(isRefused)
    },
    retry: choice => {
      const record = pick([...stage.records.values()], choice)
      if (record === undefined) return
      const { params, ...order } = record.order
      const tag = `${params.tag?.split('.')[0]}.${record.attempt + 1}`
      const result = nextTry(record, inputFor({ ...order, params: { tag } }))
      if (result.ok) stage.watch(stage.window(choice >> 1).confirm(result.draft))
    },
    answer: (record, choice) => stage.watch(stage.window(choice).answer(record.id, truthOf(record))),
    refreshStatuses: choice => {
      const orderIds = [...stage.records.values()].flatMap(record => orderIdOf(record) ?? [])
      const asked = stage.bystander().statuses(orderIds)
      const window = stage.window(choice)
      stage.watch(asked.then(statuses => window.seeStatuses(accountId, statuses)))
    },
  }
}
