import { describeIssue, type Issue, type Service } from '@orderwright/core'
import type { Fields } from '../../http/fields.ts'
import { idNumber } from '../../http/json.ts'
import type { ServiceDraws } from '../../simulator/random.ts'
import { scheduleSubscription } from '../../simulator/subscriptions.ts'
import { type OrderTerms, takeOrder } from '../../simulator/take-order.ts'
import { readWholeNumber } from '../field-schemas.ts'
import { aboveMaximum, belowMinimum, type PanelError, panelErrors } from './errors.ts'
import { answered, type PanelCall, type PanelResult } from './panel-call.ts'
import { readOrder } from './read-order.ts'
import { readSubscription } from './read-subscription.ts'

/** `action=add` for every type of service. */
export function add(call: PanelCall): PanelResult {
  const { state, account, fields, now } = call
  const service = state.catalogues.panel.find(fields.get('service')?.trim() ?? '')
  if (service === undefined) return { error: panelErrors.incorrectService }
  if (asksForDripFeed(fields) && lacksDripFeed(service)) return { error: panelErrors.noDripFeed }
  const subscription =
    service.quantitySource.kind === 'later' ? readSubscription(state.seed, fields) : undefined
  const { target, quantity, params } = readOrder(service, fields)
  const taking = takeOrder(
    state,
    account,
    service,
    {
      target,
      quantity,
      params,
      fields,
      delivery: deliveryOf(state.draws, service, params),
      ...(subscription && { subscription }),
    },
    now,
  )
  if (taking.kind === 'invalid') {
    const error = errorFor(taking.issues[0], service)
    return error === panelErrors.incorrectRequest
      ? { error, reasons: taking.issues.map(reasonOf) }
      : { error }
  }
  if (taking.kind === 'insufficient_funds') return { error: panelErrors.notEnoughFunds }
  const { order } = taking
  if (order.subscription !== undefined) scheduleSubscription(state, order, order.subscription)
  return answered({ order: idNumber(order.id) }, order.id)
}

function asksForDripFeed(fields: Fields): boolean {
  const runs = readWholeNumber(fields.get('runs'))
  return runs !== undefined && runs > 0n
}

/** Whether the type would have runs, but the row says that its service does not: of the other types, runs are passed over. */
function lacksDripFeed({ params, takesTarget, quantitySource }: Service): boolean {
  if (!takesTarget || quantitySource.kind !== 'given' || hasParam(params, 'runs')) return false
  return params.length === 0 || hasParam(params, 'type_of_traffic')
}

function hasParam(params: Service['params'], name: string): boolean {
  return params.some(param => param.name === name)
}

/** Five to thirty seconds pending; then one run, or several that begin `interval` minutes apart. */
function deliveryOf(
  draws: ServiceDraws,
  service: Service,
  params: Readonly<Record<string, string>>,
): NonNullable<OrderTerms['delivery']> {
  const pendingMs = 1000 * draws.integer('pending', service.id, 5, 30)
  const runs = readWholeNumber(params.runs)
  const interval = readWholeNumber(params.interval)
  // Runs that are no number are an issue of the order, which is then not taken.
  if (runs === undefined || interval === undefined) return { pendingMs }
  return { pendingMs, runs, intervalMs: Number(interval) * 60_000 }
}

/** A panel names one thing that is wrong. Where no text for it is known, it is the general one. */
function errorFor(issue: Issue, service: Service): PanelError {
  if (issue.path === 'target') return panelErrors.badLink
  if (!isAboutQuantity(issue.path, service)) return panelErrors.incorrectRequest
  if (issue.code === 'below_min') return belowMinimum(issue.min)
  if (issue.code === 'above_max') return aboveMaximum(issue.max)
  return panelErrors.incorrectRequest
}

/** What the general text does not say. */
function reasonOf(issue: Issue): string {
  return describeIssue(issue, `\`${issue.path === 'target' ? 'link' : issue.path}\``)
}

function isAboutQuantity(path: string, { quantitySource }: Service): boolean {
  switch (quantitySource.kind) {
    case 'given':
      return path === 'quantity'
    case 'lines':
      return path === quantitySource.param
    case 'later':
      return path === 'min' || path === 'max'
    case 'one':
      return false
  }
}
