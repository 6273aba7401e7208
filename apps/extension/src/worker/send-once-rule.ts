/**
 * Puts the browser's rule for what this extension POSTs in force, which lasts until the browser ends: `Connection: close`, so that
 * no connection which served an order is kept for the next one, and no cookies. (docs/decisions/0021-one-connection-an-order.md)
 *
 * Awaited before each use of an upstream: the rules of a session are gone after a restart, and setting one takes 2 ms.
 */
export async function ensureSendOnceRule(): Promise<void> {
  const id = 1
  await chrome.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [id],
    addRules: [
      {
        id,
        condition: {
          initiatorDomains: [chrome.runtime.id],
          resourceTypes: ['xmlhttprequest'],
          requestMethods: ['post'],
        },
        action: {
          type: 'modifyHeaders',
          requestHeaders: [
            { header: 'connection', operation: 'set', value: 'close' },
            { header: 'cookie', operation: 'remove' },
          ],
          responseHeaders: [{ header: 'set-cookie', operation: 'remove' }],
        },
      },
    ],
  })
}
