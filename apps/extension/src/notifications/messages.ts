import * as v from 'valibot'
import { popupPage } from '../platform/pages.ts'
import type { Messages } from '../platform/request.ts'
import type { SeenNews } from './seen.ts'

export interface NotificationExchanges {
  /** The person has seen these news of orders. */
  readonly 'see-news': { readonly data: { readonly news: SeenNews }; readonly answer: null }
}

const text = v.pipe(v.string(), v.maxLength(200))

export const notificationMessages: Messages<NotificationExchanges> = {
  'see-news': {
    type: 'see-news',
    schema: v.object({ type: v.literal('see-news'), news: v.record(text, v.array(text)) }),
    pages: [popupPage],
  },
}
