import * as v from 'valibot'
import { accountRoutes } from './accounts.ts'
import { answerRoutes } from './answers.ts'
import { behaviourRoutes } from './behaviours.ts'
import { catalogueRoutes } from './catalogue.ts'
import { clockRoutes } from './clock.ts'
import { faultRoutes } from './faults.ts'
import { orderRoutes } from './orders.ts'
import { refillRoutes } from './refills.ts'
import { requestLogRoutes } from './request-log.ts'
import { type AdminRoute, adminRoute, confirm } from './route.ts'

const health = adminRoute('GET', '/health', {
  operationId: 'getHealth',
  summary: 'Say that the server answers: to whoever asks, without a token',
  isOpen: true,
  answer: v.strictObject({ status: v.literal('ok') }),
  run: () => ({ status: 'ok' }),
})

const reset = adminRoute('POST', '/reset', {
  operationId: 'reset',
  summary:
    'Go back to the start: clock, accounts, catalogues; no orders, refills, plans, answers or request log',
  run: ({ control }) => control.reset(),
})

const verifyEnd = adminRoute('POST', '/verify-end', {
  operationId: 'verifyEnd',
  summary:
    'Confirm that all that was planned was used, and that no request drew a suggestion; else say what is left',
  errorStatuses: [409],
  run: ({ control }) => confirm(() => control.verifyEnd()),
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
  verifyEnd,
  reset,
  health,
]
