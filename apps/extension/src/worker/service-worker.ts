import { parseRequest } from '../protocol.ts'
import { setAsideOrders } from '../storage/set-aside-orders.ts'
import { attend } from './attend.ts'
import { isSenderAllowed } from './check-sender.ts'
import { finishUnfinished } from './data/finish-unfinished.ts'
import { followOrders } from './follow-orders.ts'
import { handleRequest } from './handle-request.ts'
import { onLockAlarm } from './keys/lock-alarm.ts'
import { lockWhenDue, putOffLock } from './keys/unlock.ts'
import { onNoticeClick } from './open-from-notice.ts'
import { openOutbox } from './outbox.ts'
import { onTrackingAlarm } from './tracking-alarm.ts'

// Content scripts, if there ever are any, cannot read what is stored. The setting survives restarts.
void chrome.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' })
void chrome.storage.session.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' })

void lockWhenDue()
onLockAlarm(() => void lockWhenDue())

void finishUnfinished().finally(attend)
onTrackingAlarm(() => void followOrders())
onNoticeClick()
void openOutbox().recover()
void setAsideOrders()

chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install')
    void chrome.tabs.create({ url: chrome.runtime.getURL('src/welcome/welcome.html') })
})

chrome.runtime.onMessage.addListener((message: unknown, sender, respond) => {
  const request = parseRequest(message)
  if (request === undefined || !isSenderAllowed(sender, request.type)) return false
  // To look at the state of the keys is not to use them.
  if (request.type !== 'read-key-status') void putOffLock()
  void handleRequest(request).then(respond)
  return true
})
