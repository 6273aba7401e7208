import {
  countLines,
  describeIssue,
  type Issue,
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
import type { Page } from './page-model.ts'
import { readQuantity } from './read-quantity.ts'
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
  readonly services: ReadonlySignal<readonly Service[]>
  readonly page: ReadonlySignal<Page | undefined>
}

export function createOrderForm({ services, page }: OrderFormOptions): OrderForm {
  const values = signal(blankForm)
  const left = signal<ReadonlySet<string>>(new Set())
  const isReviewAsked = signal(false)
  const service = computed(() => services.value.find(({ id }) => id === values.value.serviceId))
  const target = computed(() => chooseTarget(service.value, page.value?.target, values.value.link))
  const reading = computed(() => readQuantity(values.value.quantity))
  const request = computed(() => {
    const { quantity } = reading.value
    return requestOf({ ...values.value, quantity }, service.value, target.value.url)
  })
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
      const isKnown = serviceId === '' || service.value !== undefined || services.value.length === 0
      return isKnown ? undefined : serviceId
    }),
    target,
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

/** Returns the order that is filled in, without values of params that another service had. */
function requestOf(
  { quantity, drip, params }: FormValues,
  service: Service | undefined,
  target: string,
): OrderRequest {
  const known = new Set(service?.params.map(param => param.name))
  return {
    quantity: service?.quantitySource.kind === 'given' ? quantity : undefined,
    drip: drip && service?.drip !== undefined,
    params: Object.fromEntries(Object.entries(params).filter(([name]) => known.has(name))),
    target: service?.takesTarget === true ? target : undefined,
  }
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
