import type { Topic } from '@orderwright/outbox'

/** What a person can switch notifications on and off for. */
export const notificationKinds = ['completed', 'partial', 'refund', 'error', 'doubt', 'charge'] as const

export type NotificationKind = (typeof notificationKinds)[number]

/** The switch that a topic belongs to. Nobody is notified that an order was placed as it should be. */
export const kindOfTopic: Readonly<Record<Topic, NotificationKind | undefined>> = {
  placed: undefined,
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
