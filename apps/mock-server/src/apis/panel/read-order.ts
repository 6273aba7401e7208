import type { Param, Service } from '@orderwright/core'
import type { Fields } from '../../http/fields.ts'
import { type FieldRemark, withReceivedLines } from '../../simulator/received-lines.ts'
import { panelActions } from './action-schemas.ts'

/** What a panel makes of the fields of an order. */
export interface ReadOrder {
  /** Blank if the service takes none. */
  readonly target: string
  readonly quantity: string | undefined
  readonly params: Readonly<Record<string, string>>
  /** What was passed over, and what costs more than was meant. */
  readonly remarks: readonly FieldRemark[]
}

/**
 * The fields that the service takes. Clients send those of every type, with zeros: a panel passes over what the type lacks, and takes a
 * zero for no value if none may be given.
 */
export function readOrder(service: Service, fields: Fields): ReadOrder {
  const remarks: FieldRemark[] = []
  const given: Record<string, string> = {}
  for (const param of service.params) {
    const text = fields.get(param.name)
    if (text === undefined) continue
    if (isNone(service, param, fields)) {
      remarks.push({ field: param.name, remark: `'${text.trim()}' asks for nothing: leave it out` })
    } else given[param.name] = text
  }
  for (const field of fields.keys()) {
    if (Object.hasOwn(ofTypes, field) && !takes(service, field)) {
      remarks.push({ field, remark: `service ${service.id} takes no such field` })
    }
  }
  const { params, remarks: ofLines } = withReceivedLines(service, given)
  return {
    target: service.takesTarget ? (fields.get('link') ?? '') : '',
    quantity: service.quantitySource.kind === 'given' ? fields.get('quantity') : undefined,
    params,
    remarks: remarks.length === 0 ? ofLines : [...ofLines, ...remarks],
  }
}

const { key: _key, action: _action, service: _service, ...ofTypes } = panelActions.add.fields.entries

function takes({ takesTarget, quantitySource, params }: Service, field: string): boolean {
  if (field === 'link') return takesTarget
  if (field === 'quantity') return quantitySource.kind === 'given'
  return params.some(({ name }) => name === field)
}

/** A zero in place of nothing: of a param that may not be 0, or that goes with another which is not given. */
function isNone(service: Service, param: Param, fields: Fields): boolean {
  const { name, requires } = param
  if (param.rules.some(rule => rule.name === 'required') || param.options.length > 0) return false
  const other = service.params.find(candidate => candidate.name === requires)
  if (other !== undefined && isZero(fields.get(other.name)) && mayNotBeZero(other)) return true
  if (!isZero(fields.get(name))) return false
  return mayNotBeZero(param) || param.format === 'date' || (other !== undefined && !fields.has(other.name))
}

function mayNotBeZero({ rules }: Param): boolean {
  return rules.some(rule => rule.name === 'min' && rule.n !== '0' && !rule.n.startsWith('-'))
}

function isZero(text: string | undefined): boolean {
  return text !== undefined && /^0+(\.0+)?$/.test(text.trim())
}
