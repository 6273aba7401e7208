import { expectTypeOf, test } from 'vitest'
import type {
  AnyUpstreamError,
  CancelOutcome,
  HttpStatusError,
  NotSentCode,
  Outcome,
  PanelClient,
  QqtubeAccepted,
  QqtubeClient,
  QqtubeOutcome,
  RefillOutcome,
  RefusedError,
  TimeoutError,
  UnknownCode,
  Upstream,
  UpstreamErrorKind,
  UpstreamMessage,
} from '../src/index.ts'
import { createPanelClient, createQqtubeClient, isUpstreamError } from '../src/index.ts'

type OutcomeOf<Kind extends Outcome['kind']> = Extract<Outcome, { readonly kind: Kind }>

test('an outcome narrows by its kind', () => {
  expectTypeOf<Outcome['kind']>().toEqualTypeOf<'accepted' | 'rejected' | 'not_sent' | 'unknown'>()
  expectTypeOf<OutcomeOf<'accepted'>['orderId']>().toEqualTypeOf<string>()
  expectTypeOf<OutcomeOf<'rejected'>['messages']>().toEqualTypeOf<readonly UpstreamMessage[]>()
  expectTypeOf<OutcomeOf<'not_sent'>['code']>().toEqualTypeOf<NotSentCode>()
  expectTypeOf<OutcomeOf<'unknown'>['code']>().toEqualTypeOf<UnknownCode>()
  expectTypeOf<OutcomeOf<'unknown'>>().not.toHaveProperty('orderId')
  expectTypeOf<OutcomeOf<'rejected'>>().not.toHaveProperty('code')
})

test('an outcome of one order of many can also be missing', () => {
  type Kind = Outcome['kind'] | 'missing'
  expectTypeOf<RefillOutcome['kind']>().toEqualTypeOf<Kind>()
  expectTypeOf<CancelOutcome['kind']>().toEqualTypeOf<Kind>()
})

test('an error narrows by its kind, once it is known to be an upstream error', () => {
  expectTypeOf(isUpstreamError).guards.toEqualTypeOf<AnyUpstreamError>()
  expectTypeOf<AnyUpstreamError['kind']>().toEqualTypeOf<UpstreamErrorKind>()
  expectTypeOf<Extract<AnyUpstreamError, { readonly kind: 'refused' }>>().toEqualTypeOf<RefusedError>()
  expectTypeOf<Extract<AnyUpstreamError, { readonly kind: 'timeout' }>>().toEqualTypeOf<TimeoutError>()
  expectTypeOf<Extract<AnyUpstreamError, { readonly kind: 'http_status' }>>().toEqualTypeOf<HttpStatusError>()
  expectTypeOf<UpstreamErrorKind>().toEqualTypeOf<
    'network' | 'timeout' | 'aborted' | 'redirected' | 'http_status' | 'unreadable' | 'refused'
  >()
})

test('each client is an Upstream, and more', () => {
  expectTypeOf(createQqtubeClient).returns.toEqualTypeOf<QqtubeClient>()
  expectTypeOf(createPanelClient).returns.toEqualTypeOf<PanelClient>()
  expectTypeOf<QqtubeClient>().toExtend<Upstream>()
  expectTypeOf<PanelClient>().toExtend<Upstream>()
  expectTypeOf<Exclude<keyof QqtubeClient, keyof Upstream>>().toEqualTypeOf<
    'stats' | 'submissions' | 'submissionPages' | 'funds'
  >()
  expectTypeOf<Exclude<keyof PanelClient, keyof Upstream>>().toEqualTypeOf<'status' | 'refillStatus'>()
})

test('an order that QQTube accepted has what QQTube says of it', () => {
  expectTypeOf<QqtubeClient['add']>().returns.resolves.toEqualTypeOf<QqtubeOutcome>()
  expectTypeOf<QqtubeOutcome>().toExtend<Outcome>()
  expectTypeOf<Extract<QqtubeOutcome, { readonly kind: 'accepted' }>>().toEqualTypeOf<QqtubeAccepted>()
})
