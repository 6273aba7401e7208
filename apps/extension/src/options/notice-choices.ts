import type { NoticeKind } from '../notices/notice-kinds.ts'

interface NoticeChoice {
  readonly label: string
  readonly description: string
}

/** What each notification is about, as the settings put it. */
export const noticeChoices: Readonly<Record<NoticeKind, NoticeChoice>> = {
  completed: { label: 'Completed', description: 'All of it has been delivered.' },
  partial: { label: 'Delivered in part', description: 'It ended before all of it was delivered.' },
  refund: { label: 'Canceled or refunded', description: 'Money was given back.' },
  error: {
    label: 'Refused or in trouble',
    description: 'It was refused, not sent, stopped, or has an error at the upstream.',
  },
  doubt: {
    label: 'In doubt',
    description: 'Nobody knows whether it was placed and you are needed, or that has become known.',
  },
  charge: { label: 'Charged differently', description: 'The charge is not what you agreed to.' },
}
