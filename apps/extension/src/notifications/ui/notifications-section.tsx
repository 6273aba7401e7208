import './notifications-section.css'
import type { JSX } from 'preact'
import { Notice } from '../../ui/notice.tsx'
import { Switch } from '../../ui/switch.tsx'
import { type NotificationKind, notificationKinds } from '../kinds.ts'
import type { NotificationsModel } from './notifications-model.ts'

/** Shows what the person is notified of while no window of the extension is open. */
export function NotificationsSection({ model }: { readonly model: NotificationsModel }): JSX.Element {
  return (
    <section class="panel notifications" aria-labelledby="notifications-title">
      <h2 id="notifications-title">Notifications</h2>
      <p>
        Open orders are followed while the browser runs: every minute at first, and less often the longer
        nothing changes. While your keys are locked they are not followed.
      </p>
      {!model.isAllowed.value && (
        <Notice tone="warn" title="Notifications are turned off in the browser or the system">
          <p>
            Turn them on there to be told of what is switched on here. The icon’s badge counts all the same.
          </p>
        </Notice>
      )}
      <fieldset class="notifications-switches">
        <legend class="field-label">Tell me when an order is</legend>
        {notificationKinds.map(kind => (
          <Switch
            key={kind}
            id={`notification-${kind}`}
            {...notificationChoices[kind]}
            isOn={model.switches.value[kind]}
            onChange={isOn => void model.turn(kind, isOn)}
          />
        ))}
      </fieldset>
    </section>
  )
}

interface NotificationChoice {
  readonly label: string
  readonly description: string
}

/** What each notification is about, as the settings put it. */
export const notificationChoices: Readonly<Record<NotificationKind, NotificationChoice>> = {
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
