import { type Decimal, parseDecimal } from '@orderwright/core'
import { mockQqtubeKey, type OrderView } from '@orderwright/mock-server'
import type { Page } from 'puppeteer-core'
import { press, see } from '../popup/controls.ts'
import type { Stage } from '../stage/stage.ts'
import type { Told } from './narrate.ts'

export interface Expected {
  /** The exact total that the popup showed. */
  readonly quoted: string
  /** The balance before the order. */
  readonly balance: string
}

/** Orders, and holds what the upstream charged against what the popup said; gives the upstream's own record. */
export async function placeOrder(stage: Stage, popup: Page, expected: Expected): Promise<Told<OrderView>> {
  await press(popup, 'Order for')
  const { accounts, orders, requestLog } = stage.upstream.control
  const request = await requestLog.waitFor({ action: 'add' })
  const order = orders.list()[0]
  if (order === undefined) throw new Error(`the upstream took no order: ${JSON.stringify(request)}`)
  await see(popup, order.id)
  await stage.picture(popup, 'ordered')
  const { quoted, balance } = expected
  const after = accounts.funds(mockQqtubeKey)
  if (!decimal(order.charged).equals(decimal(quoted))) {
    throw new Error(`the popup said ${quoted} and the upstream charged ${order.charged}`)
  }
  if (!decimal(balance).minus(order.charged).equals(decimal(after))) {
    throw new Error(`${balance} less ${order.charged} is not the balance ${after}`)
  }
  const words = `number ${order.id}, quoted ${quoted}, charged ${order.charged}, balance ${after}`
  return { words, value: order }
}

function decimal(text: string): Decimal {
  const parsed = parseDecimal(text)
  if (parsed === undefined) throw new Error(`"${text}" is no amount`)
  return parsed
}
