import type { Topic } from '@orderwright/outbox'

/** What a person can switch notifications on and off for. */
export const notificationKinds = ['completed', 'partial', 'refund', 'error', 'doubt', 'charge'] as const

export type NotificationKind = (typeof notificationKinds)[number]

/** What people are notified of: not that an order was placed, as it should be. */
export type NotifiedTopic = Exclude<Topic, 'placed'>

/** The switch that a topic belongs to. */
export const kindOfTopic: Readonly<Record<NotifiedTopic, NotificationKind>> = {
  completed: 'completed',
  partial: 'partial',
  canceled: 'refund',
  refunded: 'refund',
  error: 'error',
  stopped: 'error',
  rejected: 'error',
  not_sent: 'error',
  unknown: 'doubt',
  choose: 'doubt',
  found: 'doubt',
  not_found: 'doubt',
  placed_after_all: 'doubt',
  renumbered: 'doubt',
  charged_differently: 'charge',
}
