import type { JSX } from 'preact'
import type { OrderView } from '../handle/order-view.ts'

interface Props {
  readonly orders: readonly OrderView[]
  /** Whether the server has more. */
  readonly isCut: boolean
  readonly onScript: (order: OrderView) => void
}

/** Shows the latest orders, newest first. */
export function Orders({ orders, isCut, onScript }: Props): JSX.Element {
  const count = isCut ? `the latest ${orders.length}` : `${orders.length}`
  return (
    <section class="card" aria-labelledby="orders-title">
      <div class="row card-head">
        <h2 id="orders-title" tabIndex={-1}>
          Orders
        </h2>
        <p id="orders-count" class="muted">
          {orders.length > 0 && count}
        </p>
      </div>
      <div id="orders-table" class="scroll" hidden={orders.length === 0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Order</th>
              <th scope="col">Service and target</th>
              <th scope="col">Progress</th>
              <th scope="col">State</th>
              <th scope="col" class="end">
                Charged
              </th>
              <th scope="col">
                <span class="visually-hidden">Script</span>
              </th>
            </tr>
          </thead>
          <tbody id="orders">
            {[...orders].reverse().map(order => (
              <OrderRow key={order.id} order={order} onScript={onScript} />
            ))}
          </tbody>
        </table>
      </div>
      <p id="orders-empty" class="empty" hidden={orders.length > 0}>
        No order yet. Send an <code>add</code> to <code>/v1-api</code> or <code>/api/v2</code>, and watch it
        here.
      </p>
    </section>
  )
}

const tones: Readonly<Record<OrderView['state'], string>> = {
  pending: 'plain',
  in_progress: 'accent',
  completed: 'good',
  partial: 'warn',
  canceled: 'plain',
  refunded: 'warn',
  stopped: 'warn',
  failed: 'bad',
}

function OrderRow({ order, onScript }: Pick<Props, 'onScript'> & { readonly order: OrderView }): JSX.Element {
  const tone = tones[order.state]
  return (
    <tr>
      <th scope="row">
        <b class="number">{order.id}</b>
        <span class="muted">{order.account}</span>
      </th>
      <td>
        <span>Service {order.serviceId}</span>
        <span class="muted target" title={order.target}>
          {order.target || 'no link'}
        </span>
      </td>
      <td class="progress">
        {/* Shares alone: a bar has no use for digits that a float would lose. */}
        <progress
          aria-label={`Progress of order ${order.id}`}
          max={Math.max(1, Number(order.quantity))}
          value={Number(order.delivered)}
          data-tone={tone}
        />
        <span class="muted number">
          {grouped(order.delivered)} of {grouped(order.quantity)}
        </span>
      </td>
      <td>
        <span class="chip" data-tone={tone}>
          {order.state.replace('_', ' ')}
        </span>
        <span class="muted">{order.behaviour !== 'timed' && order.behaviour}</span>
      </td>
      <td class="end">
        <data class="number">{order.charged}</data>
        <span class="muted number">{order.refunded !== '0' && `${order.refunded} back`}</span>
      </td>
      <td class="end">
        <button
          type="button"
          class="button quiet"
          aria-label={`Script order ${order.id}`}
          onClick={() => onScript(order)}
        >
          Script…
        </button>
      </td>
    </tr>
  )
}

/** Returns `20000` as `20,000`, whatever its length. */
function grouped(digits: string): string {
  return digits.replaceAll(/\B(?=(\d{3})+$)/g, ',')
}
