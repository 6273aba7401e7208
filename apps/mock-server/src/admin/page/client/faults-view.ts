import type { ActiveFault, FaultKind } from '../../routes/faults.ts'
import type { Api } from './api.ts'
import { element, part, setText, withCode } from './element.ts'
import { keyedList, type Row } from './keyed-list.ts'

interface FaultRow {
  readonly kind: FaultKind
  /** The plans with this fault that are still to strike. */
  readonly plans: readonly ActiveFault[]
}

/** One switch for each fault; on, while a plan with it is still to strike. */
export function createFaultsView(
  api: Api,
  kinds: readonly FaultKind[],
  act: (work: () => Promise<void>) => void,
): (plans: readonly ActiveFault[]) => void {
  const count = part('faults-count', HTMLParagraphElement)
  const clear = part('faults-clear', HTMLButtonElement)
  clear.addEventListener('click', () => act(() => api.send('DELETE', '/faults')))
  part('fault-scope', HTMLFormElement).addEventListener('submit', event => event.preventDefault())

  const toggle = ({ kind, plans }: FaultRow): Promise<unknown> =>
    plans.length === 0
      ? api.send('POST', '/faults', { fault: kind.name, ...scope() })
      : Promise.all(plans.map(({ id }) => api.send('DELETE', `/faults/${id}`)))

  const show = keyedList<FaultRow>(
    part('faults', HTMLUListElement),
    ({ kind }) => kind.name,
    row =>
      createSwitch(row, current =>
        act(async () => {
          await toggle(current)
        }),
      ),
  )
  return plans => {
    setText(count, plans.length === 0 ? 'none planned' : `${plans.length} planned`)
    show(kinds.map(kind => ({ kind, plans: plans.filter(({ plan }) => plan.fault === kind.name) })))
  }
}

/** Whom the next switch strikes, and for how long: an endless plan has a probability. */
function scope(): Readonly<Record<string, string | number>> {
  const times = part('fault-times', HTMLSelectElement).value
  const upstream = part('fault-upstream', HTMLSelectElement).value
  const action = part('fault-action', HTMLInputElement).value.trim()
  const lasts = part('fault-lasts', HTMLInputElement).value.trim()
  const when = part('fault-when', HTMLSelectElement).value
  return {
    ...(when !== '' && { when }),
    ...(times === '' ? { probability: 1 } : { times: Number(times) }),
    ...(upstream !== '' && { upstream }),
    ...(action !== '' && { action }),
    ...(lasts !== '' && { lasts }),
  }
}

function createSwitch(first: FaultRow, toggle: (row: FaultRow) => void): Row<FaultRow> {
  let current = first
  const id = `fault-${first.kind.name}`
  const scopeText = element('span', { class: 'chip', 'data-tone': 'warn' })
  const button = element(
    'button',
    {
      type: 'button',
      role: 'switch',
      class: 'switch',
      id,
      'aria-labelledby': `${id}-name`,
      'aria-describedby': `${id}-does ${id}-scope`,
    },
    element('span', { class: 'track', 'aria-hidden': 'true' }),
  )
  scopeText.id = `${id}-scope`
  button.addEventListener('click', () => toggle(current))
  const node = element(
    'li',
    {},
    button,
    element('label', { for: id, id: `${id}-name` }, first.kind.name),
    scopeText,
    element('span', { class: 'muted', id: `${id}-does` }, withCode(first.kind.does)),
  )
  return {
    node,
    update(row) {
      current = row
      button.setAttribute('aria-checked', String(row.plans.length > 0))
      setText(scopeText, row.plans.map(plan => summary(plan, row.kind)).join('; '))
      scopeText.hidden = row.plans.length === 0
    },
  }
}

/** Such as `after add · 2 left`. */
function summary({ plan, remaining }: ActiveFault, { usually }: FaultKind): string {
  const where = [plan.when ?? usually, plan.upstream, plan.action, plan.account].filter(
    word => word !== undefined,
  )
  const end =
    plan.lasts === undefined ? 'no end' : `for ${plan.lasts}${typeof plan.lasts === 'number' ? ' ms' : ''}`
  const left = remaining === undefined ? end : remaining === 0 ? 'holding' : `${remaining} left`
  return `${where.join(' ')} · ${left}`
}
