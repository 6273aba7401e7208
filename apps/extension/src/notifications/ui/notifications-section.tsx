import { messages as texts } from './texts/en.generated.ts'
import './notifications-section.css'
import type { JSX } from 'preact'
import { Notice } from '../../ui/notice.tsx'
import { Switch } from '../../ui/switch.tsx'
import { type NotificationKind, notificationKinds } from '../kinds.ts'
import type { NotificationsModel } from './notifications-model.ts'

/** Shows what the person is notified of while no window of the extension is open. */
export function NotificationsSection({ model }: { readonly model: NotificationsModel }): JSX.Element {
  return (
    <section class="panel notifications" id="notifications" aria-labelledby="notifications-title">
      <h2 id="notifications-title">{texts.title()}</h2>
      <p>{texts.about()}</p>
      {!model.isAllowed.value && (
        <Notice tone="warn" title={texts.off.title()}>
          <p>{texts.off.text()}</p>
        </Notice>
      )}
      <fieldset class="notifications-switches">
        <legend class="field-label">{texts.question()}</legend>
        {notificationKinds.map(kind => (
          <Switch
            key={kind}
            id={`notification-${kind}`}
            {...notificationChoice(kind)}
            isOn={model.switches.value[kind]}
            onChange={isOn => void model.turn(kind, isOn)}
          />
        ))}
      </fieldset>
    </section>
  )
}

/** Returns what each notification is about, as the settings put it. */
export function notificationChoice(kind: NotificationKind): NotificationChoice {
  const { label, description } = texts.kinds[kind]
  return { label: label(), description: description() }
}

interface NotificationChoice {
  readonly label: string
  readonly description: string
}
