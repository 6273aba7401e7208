import type { FoundOrder, ListedOrder, UpstreamMessage } from '@orderwright/client'
import type * as v from 'valibot'
import { expectTypeOf, test } from 'vitest'
import {
  type Advanced,
  type Confirmation,
  type ConfirmResult,
  createOutbox,
  describeLimitIssue,
  type Effect,
  judgeLimits,
  type LimitIssue,
  type NotSentReason,
  type nextTry,
  type OrderRecord,
  type OrderState,
  type OrderStateName,
  type OrderStore,
  type Outbox,
  type orderRecordSchema,
  type Step,
  type TransitionRejection,
  type TransitionRejectionCode,
  transition,
} from '../src/index.ts'

type StateOf<Name extends OrderStateName> = Extract<OrderState, { readonly name: Name }>

test('a state narrows by its name to what is known in it', () => {
  expectTypeOf<OrderStateName>().toEqualTypeOf<
    | 'draft'
    | 'queued'
    | 'submitting'
    | 'accepted'
    | 'open'
    | 'closed'
    | 'rejected'
    | 'not_sent'
    | 'unknown'
    | 'not_placed'
  >()
  expectTypeOf<StateOf<'accepted' | 'open' | 'closed'>['orderId']>().toEqualTypeOf<string>()
  expectTypeOf<StateOf<'open' | 'closed'>['status']>().toEqualTypeOf<FoundOrder>()
  expectTypeOf<StateOf<'rejected'>['messages']>().toEqualTypeOf<readonly UpstreamMessage[]>()
  expectTypeOf<StateOf<'not_sent'>['reason']>().toEqualTypeOf<NotSentReason>()
  expectTypeOf<StateOf<'unknown'>['candidates']>().toEqualTypeOf<readonly ListedOrder[]>()
  expectTypeOf<StateOf<'queued' | 'submitting' | 'unknown'>>().not.toHaveProperty('orderId')
  expectTypeOf<StateOf<'accepted'>>().not.toHaveProperty('status')
})

test('the schema of a record gives a record', () => {
  expectTypeOf<v.InferOutput<typeof orderRecordSchema>>().toEqualTypeOf<OrderRecord>()
  expectTypeOf<v.InferInput<typeof orderRecordSchema>>().toEqualTypeOf<unknown>()
})

test('a result has a record or a rejection, never both', () => {
  type Refused<T> = Extract<T, { readonly ok: false }>
  expectTypeOf<Refused<Step>['rejection']>().toEqualTypeOf<TransitionRejection>()
  expectTypeOf<Refused<Advanced>['rejection']>().toEqualTypeOf<TransitionRejection>()
  expectTypeOf<Refused<Step>>().not.toHaveProperty('record')
  expectTypeOf<Extract<Step, { readonly ok: true }>['effects']>().toEqualTypeOf<readonly Effect[]>()
  expectTypeOf(transition).returns.toEqualTypeOf<Step>()
  expectTypeOf<
    Extract<ReturnType<typeof nextTry>, { readonly ok: true }>['draft']
  >().toEqualTypeOf<OrderRecord>()
  expectTypeOf<TransitionRejection['code']>().toEqualTypeOf<TransitionRejectionCode>()
})

test('what stands against a confirmed order is what its check gives, and there is some', () => {
  type Objected = Extract<ConfirmResult<LimitIssue>, { readonly kind: 'issues' }>
  expectTypeOf<Objected['issues']>().toEqualTypeOf<readonly [LimitIssue, ...LimitIssue[]]>()
  expectTypeOf<ConfirmResult<never>['kind']>().toEqualTypeOf<'recorded' | 'rejected' | 'issues'>()
  expectTypeOf(createOutbox<never>).returns.toEqualTypeOf<Outbox>()
})

test('a store that updates inside a transaction of its own fits', () => {
  expectTypeOf<OrderStore['update']>().toBeCallableWith('id', current => ({
    ...(current === undefined ? {} : { store: current }),
    value: current?.attempt ?? 0,
  }))
})

test('amounts are texts, and a limit that was broken can be described whatever it is', () => {
  expectTypeOf<Confirmation['total']>().toEqualTypeOf<string>()
  expectTypeOf<Confirmation['delivers']>().toEqualTypeOf<string | null>()
  expectTypeOf(judgeLimits).returns.toEqualTypeOf<readonly LimitIssue[]>()
  expectTypeOf(describeLimitIssue).parameter(0).toEqualTypeOf<LimitIssue>()
  expectTypeOf<LimitIssue['code']>().toEqualTypeOf<
    'over_order_cap' | 'over_day_cap' | 'over_account_cap' | 'over_balance' | 'other_currency'
  >()
})

test('a transaction of the caller’s is what the store calls one, and there is none in a store without', () => {
  interface Client {
    readonly query: (text: string) => Promise<void>
  }
  const outbox = createOutbox<Client>
  expectTypeOf<Parameters<ReturnType<typeof outbox>['accept']>[2]>().toEqualTypeOf<Client | undefined>()
  expectTypeOf<Parameters<Outbox['accept']>[2]>().toEqualTypeOf<undefined>()
  expectTypeOf<Parameters<OrderStore<Client>['accept']>[2]>().toEqualTypeOf<Client | undefined>()
})
