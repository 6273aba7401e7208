import type { Edit, Weakening } from './weakened-build.ts'

/** Lets the browser's list of requests become full, so that it tells nothing of those to come. */
const fullList: Edit = {
  file: 'accounts/upstream/latest-protocol.background.ts',
  from: `  if (performance.getEntriesByType('resource').length >= limit) performance.clearResourceTimings()\n`,
  to: '',
}

/** Sends again what failed, as many clients do. */
export const resending: Weakening = {
  edits: [
    {
      file: 'accounts/upstream/send-once.background.ts',
      to: `
export async function sendOnce(url, init) {
  try {
    return await fetch(url, init)
  } catch {
    return await fetch(url, init)
  }
}`,
    },
  ],
}

/**
 * Sends as it did before each order had connections of its own: with credentials, which no read has, and with
 * `Connection: close`, so that no connection serves two orders; over HTTP/2 the body is a stream, if the browser's list
 * of requests says that it is HTTP/2.
 */
export const formerly: Weakening = {
  permissions: ['declarativeNetRequestWithHostAccess'],
  edits: [
    fullList,
    {
      file: 'accounts/upstream/send-once.background.ts',
      to: `
const rule = {
  id: 1,
  condition: { initiatorDomains: [chrome.runtime.id], resourceTypes: ['xmlhttprequest'], requestMethods: ['post'] },
  action: { type: 'modifyHeaders', requestHeaders: [{ header: 'connection', operation: 'set', value: 'close' }] },
}

export async function sendOnce(url, init) {
  await chrome.declarativeNetRequest.updateSessionRules({ removeRuleIds: [rule.id], addRules: [rule] })
  const { origin } = new URL(url)
  const latest = performance.getEntriesByType('resource').findLast(({ name }) => name.startsWith(origin + '/'))
  if (!['h2', 'h3'].includes(latest?.nextHopProtocol)) return await fetch(url, { ...init, credentials: 'include' })
  const { headers, body } = new Request(url, init)
  return await fetch(url, { ...init, headers, body, duplex: 'half' })
}`,
    },
  ],
}

/** Lets an order go over whatever connection the extension has open. */
export const sharingConnections: Weakening = {
  edits: [
    { file: 'isolation/isolation.ts', from: `  element.setAttribute('credentialless', '')\n`, to: '' },
    {
      file: 'isolation/isolation.ts',
      from: `Reflect.get(frame, 'credentialless') !== true`,
      to: 'false',
    },
  ],
}

/** The same, and takes every upstream for one that speaks HTTP/1.1 once the browser's list of requests is full. */
export const sharingBlindly: Weakening = {
  edits: [...sharingConnections.edits, fullList],
}
