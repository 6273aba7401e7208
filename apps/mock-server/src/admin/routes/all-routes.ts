import { accountRoutes } from './accounts.ts'
import { answerRoutes } from './answers.ts'
import { behaviourRoutes } from './behaviours.ts'
import { catalogueRoutes } from './catalogue.ts'
import { clockRoutes } from './clock.ts'
import { faultRoutes } from './faults.ts'
import { orderRoutes } from './orders.ts'
import { refillRoutes } from './refills.ts'
import { requestLogRoutes } from './request-log.ts'
import { type AdminRoute, adminRoute } from './route.ts'

const reset = adminRoute('POST', '/reset', {
  operationId: 'reset',
  summary:
    'Go back to the start: clock, accounts, catalogues; no orders, refills, plans, answers or request log',
  run: ({ control }) => control.reset(),
})

/** All that can be asked of a server over HTTP. */
export const adminRoutes: readonly AdminRoute[] = [
  ...clockRoutes,
  ...accountRoutes,
  ...orderRoutes,
  ...behaviourRoutes,
  ...refillRoutes,
  ...catalogueRoutes,
  ...faultRoutes,
  ...answerRoutes,
  ...requestLogRoutes,
  reset,
]
