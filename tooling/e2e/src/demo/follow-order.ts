import type { OrderView } from '@orderwright/mock-server'
import type { Page } from 'puppeteer-core'
import { press, refresh, see } from '../popup/controls.ts'
import type { Stage } from '../stage/stage.ts'
import type { Told } from './narrate.ts'

/** Lets the upstream's clock run, in two strides, and sees the order's progress and its end in the popup. */
export async function followOrder(stage: Stage, popup: Page, order: OrderView): Promise<Told<void>> {
  const { clock, orders } = stage.upstream.control
  await press(popup, 'All orders')
  clock.advance(Math.round(order.durationMs / 2))
  await refresh(popup)
  const delivered = Number.parseInt(orders.get(order.id)?.delivered ?? '', 10)
  await see(popup, `${delivered.toLocaleString('en-US')} of `)
  await stage.picture(popup, 'in-progress')
  clock.advance(order.durationMs)
  await refresh(popup)
  await see(popup, 'Completed')
  await stage.picture(popup, 'completed')
  return {
    words: `the clock advanced by ${Math.round(order.durationMs / 60_000)} minutes: completed`,
    value: undefined,
  }
}
