import type { RequestType } from '../protocol.ts'

const popup = '/src/popup/popup.html'
const options = '/src/options/options.html'

/** Which page may ask for what: the options page cannot order, the popup cannot touch a key. */
const pages = {
  'save-account': [options],
  'remove-account': [options],
  'read-balance': [options, popup],
  'read-catalogue': [popup],
  'place-order': [popup],
  'recover-orders': [popup],
  'refresh-orders': [popup],
  'look-up-order': [popup],
  'answer-order': [popup],
  'cancel-order': [popup],
  'refill-order': [popup],
  'refill-orders': [popup],
  'see-news': [popup],
  'read-key-status': [options, popup],
  'unlock-keys': [options, popup],
  'lock-keys': [options, popup],
  'change-key-mode': [options],
  'set-auto-lock': [options],
  'discard-keys': [options],
  'export-data': [options],
  'preview-import': [options],
  'import-data': [options],
  'forget-everything': [options],
} as const satisfies Record<RequestType, readonly string[]>

/** Whether the message comes from the very page of this extension that may send it. */
export function isSenderAllowed(
  sender: Pick<chrome.runtime.MessageSender, 'id' | 'origin' | 'url' | 'frameId'>,
  type: RequestType,
): boolean {
  const own = chrome.runtime.getURL('')
  if (sender.id !== chrome.runtime.id || `${sender.origin}/` !== own) return false
  // A page of ours in a frame is in somebody else's hands.
  if (sender.frameId !== undefined && sender.frameId !== 0) return false
  if (sender.url === undefined || !URL.canParse(sender.url)) return false
  const url = new URL(sender.url)
  const allowed: readonly string[] = pages[type]
  return `${url.protocol}//${url.host}/` === own && allowed.includes(url.pathname)
}
