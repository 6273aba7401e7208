import type { Service } from '../catalogue/service.ts'
import { describeIssue } from '../messages/en.ts'
import { type Quote, quote } from '../quote/quote.ts'
import type { OrderRequest } from '../quote/read-request.ts'
import type { Step } from '../quote/step.ts'
import type { Issue } from '../rules/issue.ts'
import { plain } from './plain.ts'
import { CommandError, readCatalogues, servicesOf } from './read-catalogue.ts'
import type { CommandOptions, CommandWorld, ExitCode } from './run.ts'

/** Prints what an order costs, step by step, or what is wrong with it. */
export async function quoteCommand(options: CommandOptions, world: CommandWorld): Promise<ExitCode> {
  const { values } = options
  const [catalogue] = await readCatalogues(options, 1, world)
  const services = catalogue === undefined ? [] : servicesOf(catalogue, options.files[0] ?? '')
  const service = serviceWith(values.service, services)
  const order: OrderRequest = { quantity: values.quantity, drip: values.drip, params: paramsOf(values.param) }
  const result = quote(service, order)
  if (values.json)
    world.write(
      JSON.stringify(result.ok ? quoteData(result.quote) : issueData(result.issues, service), undefined, 2),
    )
  else if (result.ok) writeQuote(result.quote, service, world)
  else
    for (const issue of result.issues)
      world.write(`${world.style('red', issue.code)} ${plain(sentenceOf(issue, service))}`)
  return result.ok ? 0 : 1
}

function serviceWith(id: string | undefined, services: readonly Service[]): Service {
  if (id === undefined) throw new CommandError('which service? Say --service with its id')
  const service = services.find(candidate => candidate.id === id)
  if (service !== undefined) return service
  const some = services.slice(0, 10).map(candidate => plain(candidate.id))
  const rest = services.length > some.length ? ` and ${services.length - some.length} more` : ''
  throw new CommandError(
    `the catalogue has no service '${id}'; it has ${some.length === 0 ? 'none that can be priced' : some.join(', ')}${rest}`,
  )
}

function paramsOf(given: readonly string[]): Readonly<Record<string, string>> {
  const params = given.map((text): readonly [string, string] => {
    const split = text.indexOf('=')
    if (split < 1) throw new CommandError(`--param must be name=value, was given '${text}'`)
    return [text.slice(0, split), text.slice(split + 1)]
  })
  return Object.fromEntries(params)
}

function quoteData({ serviceId, quantity, total, steps, isChargedLater }: Quote): object {
  return { ok: true, quote: { serviceId, quantity, total, steps, isChargedLater } }
}

function issueData(issues: readonly Issue[], service: Service): object {
  return { ok: false, issues: issues.map(issue => ({ ...issue, sentence: sentenceOf(issue, service) })) }
}

function sentenceOf(issue: Issue, { params }: Service): string {
  const label = params.find(({ name }) => name === issue.path)?.label ?? ''
  return label === '' ? describeIssue(issue) : describeIssue(issue, label)
}

function writeQuote(
  { steps, total, isChargedLater }: Quote,
  { id, name }: Service,
  world: CommandWorld,
): void {
  world.write(world.style('bold', plain(`${name} (service ${id})`)))
  for (const step of steps) world.write(`  ${plain(stepLine(step))} = ${step.total.toFixed()}`)
  world.write(
    world.style(
      'green',
      `total ${total.toFixed()}${isChargedLater ? ', and each delivered order is charged later' : ''}`,
    ),
  )
}

function stepLine(step: Step): string {
  switch (step.kind) {
    case 'base':
      return `${step.quantity.toFixed()} × ${step.tier.price} ÷ ${step.tier.pricingPer}`
    case 'add':
      return `+ ${step.label || step.param}: ${step.provided.toFixed()} ÷ ${step.every} × ${step.by}`
    case 'multiply':
      return `× ${step.label || step.param}: ${step.provided.toFixed()} ÷ ${step.every} × ${step.by}`
    case 'drip':
      return `+ drip: ${step.quantity.toFixed()} ÷ ${step.increment} × ${step.cost}`
    case 'later':
      return 'nothing now'
  }
}
