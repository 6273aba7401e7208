import {
  countLines,
  describeIssue,
  type Issue,
  type OrderWithoutQuantity,
  type Param,
  type PreparedOrder,
  prepareOrder,
  type Quote,
  type Service,
} from '@orderwright/core'
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { describeQuantityIssue } from '../catalogue/describe-quantity-issue.ts'
import { quantityLabel } from '../catalogue/describe-service.ts'
import { ownValue } from '../platform/own-value.ts'
import { readBudget } from '../price/read-budget.ts'
import type { Page } from './page-model.ts'
import { readQuantity } from './read-quantity.ts'
import { spend } from './spend.ts'
import { chooseTarget, type TargetChoice } from './target-choice.ts'
import { messages as texts } from './texts/en.generated.ts'

/** What a person has entered, as text. */
export interface FormValues {
  readonly serviceId: string
  readonly quantity: string
  readonly drip: boolean
  readonly params: Readonly<Record<string, string>>
  /** A pasted link, or blank: the page under the popup. */
  readonly link: string
}

export const blankForm: FormValues = { serviceId: '', quantity: '', drip: false, params: {}, link: '' }

/** An order that is complete, as the review shows it. */
export interface CompleteOrder {
  readonly service: Service
  readonly order: PreparedOrder
  readonly quote: Quote
  /** Of the page that it is for, or blank. */
  readonly title: string
}

export interface OrderForm {
  readonly values: Signal<FormValues>
  readonly service: ReadonlySignal<Service | undefined>
  /** The number of the service that is chosen and no longer offered. */
  readonly goneService: ReadonlySignal<string | undefined>
  readonly target: ReadonlySignal<TargetChoice>
  /** What the quantity was understood as, in plain digits, if it was typed in another way; else blank. */
  readonly understoodQuantity: ReadonlySignal<string>
  /** What was typed in place of a quantity if it is an amount to spend: a decimal string. */
  readonly budget: ReadonlySignal<string | undefined>
  /** The quantity as it is taken, and as it was typed if it is none. */
  readonly takenQuantity: ReadonlySignal<string>
  /** Whether what was entered is a whole number that cannot be ordered. */
  readonly isQuantityRefused: ReadonlySignal<boolean>
  /** The quantity that is priced, once the order has a price. */
  readonly quantity: ReadonlySignal<string | undefined>
  /** All that the price depends on besides the quantity. */
  readonly rest: ReadonlySignal<OrderWithoutQuantity>
  /** What is filled in, as it would be sent, once it is complete. */
  readonly order: ReadonlySignal<PreparedOrder | undefined>
  /** The live price; the target does not matter for it. */
  readonly quote: ReadonlySignal<Quote | undefined>
  /** The names of the fields that keep the order from being complete. */
  readonly openIssues: ReadonlySignal<readonly string[]>
  change(change: Partial<FormValues>): void
  changeParam(name: string, value: string): void
  /** From now on the field's issue shows. */
  leave(path: string): void
  /** One sentence for the field's issue, if it should show: the field was left, or a review was asked for. */
  issueOf(path: string): string | undefined
  /** The complete order, or `undefined` with every issue showing. */
  complete(): CompleteOrder | undefined
  reset(values: FormValues): void
}

interface OrderFormOptions {
  /** Those that can be filled in: their details were read. */
  readonly services: ReadonlySignal<readonly Service[]>
  /** All that are offered, as far as they are known. Default: the same. */
  readonly offered?: ReadonlySignal<readonly Pick<Service, 'id'>[]>
  readonly page: ReadonlySignal<Page | undefined>
  /** The account's, blank if it is not known. */
  readonly currency: ReadonlySignal<string>
}

export function createOrderForm({
  services,
  offered = services,
  page,
  currency,
}: OrderFormOptions): OrderForm {
  const values = signal(blankForm)
  const left = signal<ReadonlySet<string>>(new Set())
  const isReviewAsked = signal(false)
  const service = computed(() => services.value.find(({ id }) => id === values.value.serviceId))
  const target = computed(() => chooseTarget(service.value, page.value?.target, values.value.link))
  // What a quantity costs is computed anew only if something else has changed.
  const params = computed(() => values.value.params)
  const drip = computed(() => values.value.drip)
  const rest = computed(() => ({
    drip: drip.value && service.value?.drip !== undefined,
    params: knownParams(params.value, service.value),
  }))
  const budget = computed(() => readBudget(values.value.quantity, currency.value))
  const reading = computed(() =>
    service.value === undefined || budget.value === undefined
      ? readQuantity(values.value.quantity)
      : spend(service.value, rest.value, budget.value, currency.value),
  )
  const request = computed(() => ({
    ...rest.value,
    quantity: service.value?.quantitySource.kind === 'given' ? reading.value.quantity : undefined,
    target: service.value?.takesTarget === true ? target.value.url : undefined,
  }))
  const prepared = computed(() => service.value && prepareOrder(service.value, request.value))
  const issues = computed(() =>
    sentences(service.value, prepared.value, target.value, reading.value.doubt, request.value),
  )

  function change(changed: Partial<FormValues>): void {
    batch(() => {
      if (changed.serviceId !== undefined && changed.serviceId !== values.value.serviceId) {
        left.value = new Set()
        isReviewAsked.value = false
      }
      values.value = { ...values.value, ...changed }
    })
  }

  return {
    values,
    service,
    goneService: computed(() => {
      const { serviceId } = values.value
      const all = offered.value
      const isKnown = serviceId === '' || all.length === 0 || all.some(({ id }) => id === serviceId)
      return isKnown ? undefined : serviceId
    }),
    target,
    budget,
    takenQuantity: computed(() => reading.value.quantity),
    isQuantityRefused: computed(
      () =>
        /^\d+$/.test(reading.value.quantity) &&
        prepared.value?.ok === false &&
        prepared.value.issues.some(({ path }) => path === 'quantity'),
    ),
    quantity: computed(() => prepared.value?.quote?.quantity.toFixed()),
    rest,
    understoodQuantity: computed(() => (reading.value.isUnderstood ? reading.value.quantity : '')),
    order: computed(() => (prepared.value?.ok === true ? prepared.value.order : undefined)),
    quote: computed(() => prepared.value?.quote),
    openIssues: computed(() => [...issues.value.keys()].map(path => fieldOf(path, service.value))),
    change,
    changeParam: (name, value) => change({ params: { ...values.value.params, [name]: value } }),
    leave: path => {
      left.value = new Set([...left.value, path])
    },
    issueOf: path => (isReviewAsked.value || left.value.has(path) ? issues.value.get(path) : undefined),
    complete: () => {
      isReviewAsked.value = true
      if (issues.value.size > 0 || service.value === undefined || prepared.value?.ok !== true)
        return undefined
      const title = target.value.source === 'page' ? (page.value?.title ?? '') : ''
      return { service: service.value, order: prepared.value.order, quote: prepared.value.quote, title }
    },
    reset: next => {
      batch(() => {
        values.value = next
        left.value = new Set()
        isReviewAsked.value = false
      })
    },
  }
}

/** What is filled in, as the engine takes it. */
interface OrderRequest {
  readonly quantity: string | undefined
  readonly drip: boolean
  readonly params: Readonly<Record<string, string>>
  readonly target: string | undefined
}

/** Returns the values without those of params that another service had. */
function knownParams(
  params: Readonly<Record<string, string>>,
  service: Service | undefined,
): Readonly<Record<string, string>> {
  const known = new Set(service?.params.map(param => param.name))
  return Object.fromEntries(Object.entries(params).filter(([name]) => known.has(name)))
}

function sentences(
  service: Service | undefined,
  prepared: ReturnType<typeof prepareOrder> | undefined,
  target: TargetChoice,
  doubt: string | undefined,
  request: OrderRequest,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  if (service === undefined) found.set('service', texts.chooseService())
  if (doubt !== undefined && service?.quantitySource.kind === 'given') found.set('quantity', doubt)
  if (prepared?.ok === false) {
    for (const issue of prepared.issues) {
      // The first one for a field: the next shows once it is gone.
      if (!found.has(issue.path)) found.set(issue.path, sentenceOf(issue, service, request))
    }
  }
  if (target.issue !== undefined && service?.takesTarget !== false) found.set('target', target.issue)
  return found
}

function sentenceOf(issue: Issue, service: Service | undefined, request: OrderRequest): string {
  const quantity = pricedQuantity(issue.path, service, request)
  const sentence =
    quantity === undefined ? undefined : service && describeQuantityIssue(service, issue, quantity)
  return sentence ?? describeIssue(issue, labelOf(issue, service))
}

/** Returns what is priced, if it is what the field at that path gives: a number, or the count of its lines. */
function pricedQuantity(
  path: string,
  service: Service | undefined,
  request: OrderRequest,
): string | undefined {
  if (path === 'quantity') return request.quantity
  const source = service?.quantitySource
  if (source?.kind !== 'lines' || source.param !== path) return undefined
  return `${countLines(ownValue(request.params, path) ?? '')}`
}

function labelOf({ path }: Issue, service: Service | undefined): string {
  return path === 'target' ? texts.link() : fieldOf(path, service)
}

/** Returns what a field is called on the screen. */
function fieldOf(path: string, service: Service | undefined): string {
  const param: Param | undefined = service?.params.find(({ name }) => name === path)
  if (param !== undefined) return param.label
  if (path === 'quantity') return quantityLabel(service)
  return path === 'service' || path === 'target' ? texts.fields[path]() : path
}
