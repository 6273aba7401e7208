import { parseRequest } from '../protocol.ts'
import { isSenderAllowed } from './check-sender.ts'
import { handleRequest } from './handle-request.ts'
import { recoverOrders } from './recover-orders.ts'

// Content scripts, if there ever are any, cannot read what is stored. The setting survives restarts.
void chrome.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' })

void recoverOrders()

chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install')
    void chrome.tabs.create({ url: chrome.runtime.getURL('src/welcome/welcome.html') })
})

chrome.runtime.onMessage.addListener((message: unknown, sender, respond) => {
  const request = parseRequest(message)
  if (request === undefined || !isSenderAllowed(sender, request.type)) return false
  void handleRequest(request).then(respond)
  return true
})
