import * as v from 'valibot'
import { popupPage } from '../platform/pages.ts'
import type { Messages } from '../platform/request.ts'
import type { SeenChanges } from './seen-changes.ts'

export interface NotificationExchanges {
  /** The person has seen these changes of orders. */
  readonly 'mark-changes-seen': { readonly data: { readonly changes: SeenChanges }; readonly answer: null }
}

const text = v.pipe(v.string(), v.maxLength(200))

export const notificationMessages: Messages<NotificationExchanges> = {
  'mark-changes-seen': {
    type: 'mark-changes-seen',
    schema: v.object({ type: v.literal('mark-changes-seen'), changes: v.record(text, v.array(text)) }),
    pages: [popupPage],
  },
}
