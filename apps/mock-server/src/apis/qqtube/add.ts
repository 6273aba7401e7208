import { describeIssue, type Issue, type Service } from '@orderwright/core'
import { type Answer, jsonAnswer } from '../../http/answer.ts'
import type { Fields } from '../../http/fields.ts'
import type { Account } from '../../simulator/accounts.ts'
import { withReceivedLines } from '../../simulator/received-lines.ts'
import { runDueEvents, type SimulatorState } from '../../simulator/state.ts'
import { takeOrder } from '../../simulator/take-order.ts'
import { errorAnswer, issueMessageIds, type Message, messageList, messages } from './messages.ts'
import { submissionCounts } from './submission-counts.ts'

/** POST `action=add`: checked, priced and charged by the very engine that quotes it. */
export function add(state: SimulatorState, account: Account, fields: Fields): Answer {
  const serviceId = fields.get('id_service')
  const service = state.catalogues.qqtube.find(serviceId ?? '')
  if (service === undefined) return withoutService(fields)

  const taking = takeOrder(
    state,
    account,
    service,
    {
      target: fields.get('url') ?? '',
      quantity: fields.get('quantity'),
      drip: asksForDrip(service, fields),
      params: withReceivedLines(service, paramsOf(service, fields)).params,
      fields,
    },
    runDueEvents(state),
  )
  if (taking.kind === 'invalid') return errorAnswer(taking.issues.map(issue => messageOf(issue, service)))
  if (taking.kind === 'insufficient_funds') {
    const { id, message } = messages.insufficientFunds
    return errorAnswer([
      { id, message: `${message} The submission costs ${taking.price}, the account has ${taking.funds}.` },
    ])
  }
  const { order } = taking
  const { sent_count: _, ...counts } = submissionCounts(order, order.takenAt)
  return jsonAnswer(
    { status: 'success', messages: messageList([messages.added]), ...counts, long_url: order.target },
    { orderId: order.id },
  )
}

/** The document's example gives a missing service both messages. What needs no service to be judged comes along. */
function withoutService(fields: Fields): Answer {
  const isMissing = !fields.has('id_service')
  const absent = ['url', 'quantity']
    .filter(name => !fields.has(name))
    .map(name => messageOf({ code: 'required', path: name }))
  return errorAnswer([...(isMissing ? [messages.missingService] : []), messages.unknownService, ...absent])
}

const ownFields: ReadonlySet<string> = new Set(['api_key', 'action', 'url', 'quantity', 'id_service'])

/** The document has no field for drip; `drip` is the project's own, unless a param of the service is called so. */
function asksForDrip(service: Service, fields: Fields): boolean {
  const asked = /^(1|true|yes)$/i.test(fields.get('drip')?.trim() ?? '')
  return asked && !hasDripParam(service)
}

/** What the service has no param for is passed over, such as the `geo-countries` that clients send with every order. */
export function paramsOf(service: Service, fields: Fields): Readonly<Record<string, string>> {
  const given = service.params.flatMap(({ name }) => {
    const text = ownFields.has(name) ? undefined : fields.get(name)
    return text === undefined ? [] : [[name, text] as const]
  })
  return given.length === 0 ? noParams : Object.fromEntries(given)
}

const noParams: Readonly<Record<string, string>> = {}

function hasDripParam(service: Service): boolean {
  return service.params.some(param => param.name === 'drip')
}

function messageOf(issue: Issue, service?: Service): Message {
  return { id: issueMessageIds[issue.code], message: describeIssue(issue, labelOf(issue.path, service)) }
}

function labelOf(path: string, service: Service | undefined): string {
  if (path === 'target' || path === 'url') return 'URL'
  if (path === 'quantity') return 'Quantity'
  const label = service?.params.find(param => param.name === path)?.label.trim() ?? ''
  return label === '' ? path : label
}
