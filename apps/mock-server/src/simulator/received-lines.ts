import type { Param, Service } from '@orderwright/core'

/** What is remarkable about a field of an order; it ends the sentence that begins with the field's name. */
export interface FieldRemark {
  readonly field: string
  readonly remark: string
}

/**
 * The params of an order as an upstream charges them: every line that it receives, also a blank one, which the engine does not count.
 * (It is how clients find out that they should leave blank lines out.)
 */
export function withReceivedLines(
  service: Service,
  params: Readonly<Record<string, string>>,
): { readonly params: Readonly<Record<string, string>>; readonly remarks: readonly FieldRemark[] } {
  const priced = service.params.filter(
    param => Object.hasOwn(params, param.name) && isPricedByLines(service, param),
  )
  const remarks: FieldRemark[] = []
  const received: Record<string, string> = {}
  for (const { name } of priced) {
    const lines = (params[name] ?? '').split(/\r\n|\r|\n/)
    const blank = lines.filter(isBlank).length
    // One without any words is judged as empty.
    if (blank === 0 || blank === lines.length) continue
    received[name] = lines.map(line => (isBlank(line) ? standIn : line)).join('\n')
    remarks.push({
      field: name,
      remark: `${blank} of its ${lines.length} lines ${blank === 1 ? 'is' : 'are'} blank, and every line is charged`,
    })
  }
  return remarks.length === 0 ? { params, remarks } : { params: { ...params, ...received }, remarks }
}

function isPricedByLines(
  { quantitySource }: Service,
  { name, isPriceModifier, rules, format }: Param,
): boolean {
  if (quantitySource.kind === 'lines' && quantitySource.param === name) return true
  return isPriceModifier && (format === 'lines' || rules.some(rule => rule.name === 'minlines'))
}

/** A line that counts. */
const standIn = '.'

function isBlank(line: string): boolean {
  return /^[\s\p{Cf}]*$/u.test(line)
}
