import type { OrderView } from '../../handle/order-view.ts'
import { element, part, setText } from './element.ts'
import { keyedList, type Row } from './keyed-list.ts'

const stateTones: Readonly<Record<OrderView['state'], string>> = {
  pending: 'plain',
  in_progress: 'accent',
  completed: 'good',
  partial: 'warn',
  canceled: 'plain',
  refunded: 'warn',
  stopped: 'warn',
  failed: 'bad',
}

/** The latest orders, newest first; `script` is called with the order whose button was pressed. */
export function createOrdersView(
  script: (order: OrderView) => void,
): (orders: readonly OrderView[], isCut: boolean) => void {
  const table = part('orders-table', HTMLDivElement)
  const empty = part('orders-empty', HTMLParagraphElement)
  const count = part('orders-count', HTMLParagraphElement)
  const body = part('orders', HTMLTableSectionElement)
  const show = keyedList<OrderView>(
    body,
    ({ id }) => id,
    order => createRow(order, script),
  )
  return (orders, isCut) => {
    table.hidden = orders.length === 0
    empty.hidden = orders.length > 0
    setText(count, orders.length === 0 ? '' : isCut ? `the latest ${orders.length}` : `${orders.length}`)
    show([...orders].reverse())
  }
}

function createRow(first: OrderView, script: (order: OrderView) => void): Row<OrderView> {
  let current = first
  const progress = element('progress', { 'aria-label': `Progress of order ${first.id}` })
  const amounts = element('span', { class: 'muted number' })
  const state = element('span', { class: 'chip' })
  const life = element('span', { class: 'muted life' })
  const charged = element('data', { class: 'number' })
  const refunded = element('span', { class: 'muted number' })
  const button = element(
    'button',
    { type: 'button', class: 'button quiet', 'aria-label': `Script order ${first.id}` },
    'Script…',
  )
  button.addEventListener('click', () => script(current))
  const node = element(
    'tr',
    {},
    element(
      'th',
      { scope: 'row' },
      element('span', { class: 'number' }, first.id),
      element('span', { class: 'muted' }, first.account),
    ),
    element(
      'td',
      {},
      element('span', {}, `Service ${first.serviceId}`),
      element('span', { class: 'muted target', title: first.target }, first.target || 'no link'),
    ),
    element('td', { class: 'progress' }, progress, amounts),
    element('td', {}, state, life),
    element('td', { class: 'end' }, charged, refunded),
    element('td', { class: 'end' }, button),
  )
  return {
    node,
    update(order) {
      current = order
      // Shares alone: a bar has no use for digits that a float would lose.
      progress.max = Math.max(1, Number(order.quantity))
      progress.value = Number(order.delivered)
      progress.dataset.tone = stateTones[order.state]
      setText(amounts, `${grouped(order.delivered)} of ${grouped(order.quantity)}`)
      setText(state, order.state.replace('_', ' '))
      state.dataset.tone = stateTones[order.state]
      setText(life, order.life === 'timed' ? '' : order.life)
      setText(charged, order.charged)
      setText(refunded, order.refunded === '0' ? '' : `${order.refunded} back`)
    },
  }
}

/** `20000` as `20,000`, whatever its length. */
function grouped(digits: string): string {
  return digits.replaceAll(/\B(?=(\d{3})+$)/g, ',')
}
