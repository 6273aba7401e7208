import { afterOrderChange, refreshIndicators } from './after-order-change.background.ts'
import { finishUnfinished } from './backup/handlers.background.ts'
import { consentItem, isConsentValid } from './checkout/consent.ts'
import { onLockAlarm } from './keys/vault/lock-alarm.ts'
import { lockWhenDue, putOffLock } from './keys/vault/unlock.ts'
import { handleRequest, isSenderAllowed, parseRequest } from './messages.ts'
import { onNotificationClick } from './notifications/open.background.ts'
import { setAsideOrders } from './orders/history/set-aside-orders.ts'
import { onOrderChange, openOutbox } from './orders/open-outbox.background.ts'
import { openPlaces } from './places/places.background.ts'
import { welcomePage } from './platform/pages.ts'
import { onPollAlarm } from './polling/alarm.background.ts'
import { followDemo } from './polling/follow-demo.background.ts'
import { pollAllAccounts } from './polling/poll-account.background.ts'

// Content scripts, if there ever are any, cannot read what is stored. The setting survives restarts.
void chrome.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' })
void chrome.storage.session.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' })

onOrderChange(afterOrderChange)
onOrderChange(followDemo)

void lockWhenDue()
onLockAlarm(() => void lockWhenDue())

void finishUnfinished().finally(refreshIndicators)
onPollAlarm(() => void pollAllAccounts().finally(refreshIndicators))
onNotificationClick()
openPlaces()
void openOutbox().recover()
void setAsideOrders()

chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install') void welcome()
})

chrome.runtime.onMessage.addListener((message: unknown, sender, respond) => {
  const request = parseRequest(message)
  if (request === undefined || !isSenderAllowed(sender, request.type)) return false
  // To look at the state of the keys is not to use them.
  if (request.type !== 'read-key-status') void putOffLock()
  void handleRequest(request).then(respond)
  return true
})

/** A browser that is killed soon after it installed the extension installs it again when it starts, with all that was stored. */
async function welcome(): Promise<void> {
  if (isConsentValid(await consentItem.get())) return
  await chrome.tabs.create({ url: chrome.runtime.getURL(welcomePage) })
}
