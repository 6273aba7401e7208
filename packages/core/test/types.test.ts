import { expectTypeOf, test } from 'vitest'
import type {
  AgreedOrder,
  ChargedOrder,
  Issue,
  IssueCode,
  Markup,
  Money,
  OrderReconciliation,
  OrderRequest,
  OrderWithoutQuantity,
  Param,
  PreparedOrder,
  Problem,
  Quote,
  RetailPrice,
  RetailStep,
  RoundingMode,
  Rule,
  Scalar,
  Service,
  Step,
  Tier,
  UpstreamKind,
} from '../src/index.ts'
import {
  addMoney,
  affordable,
  allocate,
  amount,
  applyMarkup,
  betterDeal,
  chargesOf,
  checkTarget,
  compareAmounts,
  compareServices,
  countLines,
  Decimal,
  describeIssue,
  describeProblem,
  isolate,
  nearest,
  orderableRange,
  parseDecimal,
  parseJson,
  parseNumeric,
  parseRules,
  parseServices,
  type prepareOrder,
  priceCurve,
  quote,
  reconcile,
  reconcileOrder,
  retailPrice,
  round,
} from '../src/index.ts'

// What is asserted here is judged by the compiler (`pnpm typecheck`); to run it is only to see that it loads.

type Issues = readonly [Issue, ...Issue[]]

/** What a caller has at hand after an order was refused for this reason. */
type IssueOf<Code extends IssueCode> = Extract<Issue, { readonly code: Code }>

test('parseServices takes a text or a value of one of the two upstreams', () => {
  expectTypeOf(parseServices).parameters.toEqualTypeOf<[UpstreamKind, unknown]>()
  expectTypeOf<UpstreamKind>().toEqualTypeOf<'qqtube' | 'panel'>()
  expectTypeOf(parseServices).returns.toEqualTypeOf<{
    readonly services: readonly Service[]
    readonly problems: readonly Problem[]
  }>()
})

test('a service is plain data that always has a tier', () => {
  expectTypeOf<Service['tiers']>().toEqualTypeOf<readonly [Tier, ...Tier[]]>()
  expectTypeOf<Tier['price']>().toEqualTypeOf<string>()
  expectTypeOf<Tier['maximum']>().toEqualTypeOf<string | undefined>()
  expectTypeOf<Service['params']>().toEqualTypeOf<readonly Param[]>()
  expectTypeOf<Param['rules']>().toEqualTypeOf<readonly Rule[]>()
  expectTypeOf<Extract<Rule, { name: 'required' }>>().toEqualTypeOf<{ readonly name: 'required' }>()
})

test('quote takes what a form holds', () => {
  expectTypeOf(quote).parameters.toEqualTypeOf<[Service, OrderRequest]>()
  expectTypeOf<{ quantity: string; drip: false; params: { minutes: string } }>().toExtend<OrderRequest>()
  expectTypeOf<{ quantity: number }>().toExtend<OrderRequest>()
  expectTypeOf<{ quantity: bigint }>().not.toExtend<OrderRequest>()
  expectTypeOf<{ drip: 'yes' }>().not.toExtend<OrderRequest>()
  expectTypeOf<Scalar>().toEqualTypeOf<string | number | boolean | null | undefined>()
})

test('quote gives a quote or issues, as `ok` tells', () => {
  type Result = ReturnType<typeof quote>
  expectTypeOf<Extract<Result, { ok: true }>>().toEqualTypeOf<{ readonly ok: true; readonly quote: Quote }>()
  expectTypeOf<Extract<Result, { ok: false }>>().toEqualTypeOf<{
    readonly ok: false
    readonly issues: Issues
  }>()
  expectTypeOf<Quote['total']>().toEqualTypeOf<Decimal>()
  expectTypeOf<Quote['steps']>().toEqualTypeOf<readonly [Step, ...Step[]]>()
})

test('a step has what its kind needs', () => {
  expectTypeOf<Step['kind']>().toEqualTypeOf<'base' | 'add' | 'multiply' | 'drip' | 'later'>()
  expectTypeOf<Extract<Step, { kind: 'base' }>['tier']>().toEqualTypeOf<Tier>()
  expectTypeOf<Extract<Step, { kind: 'multiply' }>['factor']>().toEqualTypeOf<Decimal>()
  expectTypeOf<Extract<Step, { kind: 'add' | 'drip' }>['addend']>().toEqualTypeOf<Decimal>()
  expectTypeOf<Extract<Step, { kind: 'later' }>>().not.toHaveProperty('addend')
})

test('prepareOrder gives an order with its quote, or issues and perhaps the quote', () => {
  type Result = ReturnType<typeof prepareOrder>
  expectTypeOf<Parameters<typeof prepareOrder>[1]['target']>().toEqualTypeOf<string | undefined>()
  expectTypeOf<Extract<Result, { ok: true }>>().toEqualTypeOf<{
    readonly ok: true
    readonly order: PreparedOrder
    readonly quote: Quote
  }>()
  expectTypeOf<Extract<Result, { ok: false }>>().toEqualTypeOf<{
    readonly ok: false
    readonly issues: Issues
    readonly quote?: Quote
  }>()
  expectTypeOf<Result['quote']>().toEqualTypeOf<Quote | undefined>()
  expectTypeOf<PreparedOrder['params']>().toEqualTypeOf<Readonly<Record<string, string>>>()
})

test('an issue narrows by its code to the numbers of that code', () => {
  expectTypeOf<IssueOf<'below_min'>>().toEqualTypeOf<{
    readonly code: 'below_min'
    readonly path: string
    readonly min: string
  }>()
  expectTypeOf<IssueOf<'above_max'>>().toHaveProperty('max').toEqualTypeOf<string>()
  expectTypeOf<IssueOf<'not_a_multiple'>>().toHaveProperty('increment').toEqualTypeOf<string>()
  expectTypeOf<IssueOf<'too_short'>>().toHaveProperty('minchar').toEqualTypeOf<string>()
  expectTypeOf<IssueOf<'too_long'>>().toHaveProperty('maxchar').toEqualTypeOf<string>()
  expectTypeOf<IssueOf<'too_few_lines'>>().toHaveProperty('minlines').toEqualTypeOf<string>()
  expectTypeOf<IssueOf<'too_short' | 'too_long' | 'too_few_lines'>>().toHaveProperty('actual')
  expectTypeOf<keyof IssueOf<'required'>>().toEqualTypeOf<'code' | 'path'>()
  expectTypeOf<keyof Issue>().toEqualTypeOf<'code' | 'path'>()
})

test('issues and problems are described in text', () => {
  expectTypeOf(describeIssue).toEqualTypeOf<(issue: Issue, label?: string) => string>()
  expectTypeOf(describeProblem).toEqualTypeOf<(problem: Problem) => string>()
  expectTypeOf(isolate).toEqualTypeOf<(text: string) => string>()
  expectTypeOf<Problem['value']>().toEqualTypeOf<unknown>()
})

test('reconcile takes any total and a charge as text', () => {
  expectTypeOf<Quote>().toExtend<Parameters<typeof reconcile>[0]>()
  expectTypeOf(reconcile).toEqualTypeOf<
    (
      quoted: { readonly total: Decimal },
      charged: string,
    ) => { readonly verdict: 'equal' | 'cheaper' | 'dearer'; readonly difference: Decimal }
  >()
})

test('an order of the client and a plain one have their charges told', () => {
  expectTypeOf(chargesOf).parameter(0).toEqualTypeOf<AgreedOrder>()
  expectTypeOf(chargesOf).parameter(1).toEqualTypeOf<ChargedOrder>()
  expectTypeOf<{ total: string; delivers: string | null }>().toExtend<AgreedOrder>()
  expectTypeOf<{ charge: string; state: 'partial'; remains: number }>().toExtend<ChargedOrder>()
  expectTypeOf(chargesOf).returns.toEqualTypeOf<{
    readonly charge: Decimal | undefined
    readonly givenBack: Decimal
    readonly spent: Decimal
  }>()
  expectTypeOf(reconcileOrder).returns.toEqualTypeOf<OrderReconciliation | undefined>()
  expectTypeOf<OrderReconciliation>().toExtend<ReturnType<typeof reconcile>>()
})

test('what may not be there is undefined, never null', () => {
  expectTypeOf(parseDecimal).returns.toEqualTypeOf<Decimal | undefined>()
  expectTypeOf(parseNumeric).returns.toEqualTypeOf<Decimal | undefined>()
  expectTypeOf(orderableRange).returns.toEqualTypeOf<
    { readonly min: string; readonly max?: string; readonly increment: string } | undefined
  >()
})

test('the answers about quantities are decimals', () => {
  type Order = Parameters<typeof affordable>[1]
  expectTypeOf<Parameters<typeof affordable>[2]>().toEqualTypeOf<string>()
  expectTypeOf<Order>().toEqualTypeOf<OrderWithoutQuantity>()
  expectTypeOf<{ params: { minutes: string } }>().toExtend<Order>()
  expectTypeOf<keyof Order>().toEqualTypeOf<'drip' | 'params'>()
  expectTypeOf(affordable).returns.toEqualTypeOf<Decimal | undefined>()
  expectTypeOf(nearest).toEqualTypeOf<
    (service: Service, quantity: string) => { readonly below?: Decimal; readonly above?: Decimal }
  >()
  expectTypeOf(betterDeal).toEqualTypeOf<
    (
      service: Service,
      order: OrderRequest,
    ) => { readonly quantity: Decimal; readonly total: Decimal } | undefined
  >()
})

test('only the upper end of a stretch may be absent', () => {
  expectTypeOf(priceCurve).parameters.toEqualTypeOf<[Service, OrderWithoutQuantity]>()
  expectTypeOf(priceCurve).returns.items.toEqualTypeOf<{
    readonly from: Decimal
    readonly to: Decimal | undefined
    readonly totalAtFrom: Decimal
    readonly totalAtTo: Decimal | undefined
    readonly unitPrice: Decimal
  }>()
})

test('compareServices gives results as quote does', () => {
  expectTypeOf(compareServices).parameters.toEqualTypeOf<[readonly Service[], OrderRequest]>()
  expectTypeOf(compareServices).returns.items.toEqualTypeOf<{
    readonly service: Service
    readonly result: ReturnType<typeof quote>
  }>()
})

test('amounts of different currencies do not mix', () => {
  expectTypeOf<Money<'EUR'>>().not.toExtend<Money<'USD'>>()
  expectTypeOf<Markup<'EUR'>>().not.toExtend<Markup<'USD'>>()
  expectTypeOf<RetailPrice<'EUR'>>().toExtend<Money<'EUR'>>()
  const price = retailPrice({ total: new Decimal(1), quantity: new Decimal(1) }, 'EUR')
  expectTypeOf(price).toEqualTypeOf<RetailPrice<'EUR'>>()
  expectTypeOf(applyMarkup(price, { currency: 'EUR' })).toEqualTypeOf<RetailPrice<'EUR'>>()
  expectTypeOf(round(price, { currency: 'EUR', mode: 'up' })).toEqualTypeOf<RetailPrice<'EUR'>>()
  expectTypeOf(allocate(price, ['1'])).toEqualTypeOf<readonly [Money<'EUR'>, ...Money<'EUR'>[]]>()
  expectTypeOf(addMoney(price, price)).toEqualTypeOf<Money<'EUR'>>()
  const anyCurrency: string = 'EUR'
  // @ts-expect-error A currency that is known at run time alone is not known to be the price's.
  applyMarkup(price, { currency: anyCurrency })
})

test('a markup is made of decimal strings', () => {
  expectTypeOf<Markup['percent']>().toEqualTypeOf<string | undefined>()
  expectTypeOf<{ currency: 'EUR'; percent: number }>().not.toExtend<Markup<'EUR'>>()
  expectTypeOf<RoundingMode>().toEqualTypeOf<
    'up' | 'down' | 'ceiling' | 'floor' | 'half_up' | 'half_down' | 'half_even'
  >()
  expectTypeOf<RetailStep['kind']>().toEqualTypeOf<
    'cost' | 'percent' | 'fixed' | 'minimum_charge' | 'margin_floor' | 'rounding'
  >()
})

test('the rest takes texts, and gives texts and data', () => {
  expectTypeOf(parseJson).toEqualTypeOf<(text: string) => unknown>()
  expectTypeOf(parseRules).returns.toHaveProperty('rules').toEqualTypeOf<readonly Rule[]>()
  expectTypeOf(checkTarget).returns.toEqualTypeOf<readonly Issue[]>()
  expectTypeOf(countLines).toEqualTypeOf<(text: string) => number>()
  expectTypeOf(compareAmounts).toEqualTypeOf<(one: string, other: string) => -1 | 0 | 1>()
  expectTypeOf(amount).toEqualTypeOf<(text: string, what: string) => string>()
})
