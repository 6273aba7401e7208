import { type ControlRoute, controlRoute, noParams, nothing } from './control-route.ts'
import { accountRoutes } from './routes/account-routes.ts'
import { catalogueRoutes } from './routes/catalogue-routes.ts'
import { clockRoutes } from './routes/clock-routes.ts'
import { faultRoutes } from './routes/fault-routes.ts'
import { journalRoutes } from './routes/journal-routes.ts'
import { lifeRoutes } from './routes/life-routes.ts'
import { orderRoutes } from './routes/order-routes.ts'
import { refillRoutes } from './routes/refill-routes.ts'

const reset = controlRoute({
  method: 'POST',
  path: '/reset',
  operationId: 'reset',
  summary: 'Go back to the start: clock, accounts, catalogues; no orders, refills, plans or journal',
  params: noParams,
  body: nothing,
  answer: nothing,
  refusals: [],
  run: ({ control }) => control.reset(),
})

/** All that can be asked of a server over HTTP. */
export const controlRoutes: readonly ControlRoute[] = [
  ...clockRoutes,
  ...accountRoutes,
  ...orderRoutes,
  ...lifeRoutes,
  ...refillRoutes,
  ...catalogueRoutes,
  ...faultRoutes,
  ...journalRoutes,
  reset,
]
