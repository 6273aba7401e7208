import { isolationPath } from './isolated-request.ts'

/** Held while a document is open. */
export const isolationLock = 'send-once'

/** The part of a worker's scope that the DOM's types leave out. */
declare const clients: {
  matchAll(options: {
    readonly type: 'window'
    readonly includeUncontrolled: true
  }): Promise<readonly IsolationDocument[]>
}

/** A document that nobody sees. What is posted reaches it and no other page. */
export interface IsolationDocument {
  readonly url: string
  postMessage(message: unknown, transfer: readonly Transferable[]): void
}

/** Opens the document for one request, a new one each time; the browser allows one at once. */
export async function openIsolation(): Promise<IsolationDocument> {
  await closeIsolation()
  await chrome.offscreen.createDocument({
    url: isolationPath,
    reasons: [chrome.offscreen.Reason.IFRAME_SCRIPTING],
    justification: 'An order is sent over a connection of its own, which no other request can share.',
  })
  const own = chrome.runtime.getURL(isolationPath)
  const documents = await clients.matchAll({ type: 'window', includeUncontrolled: true })
  const found = documents.find(({ url }) => url === own)
  if (found === undefined) throw new Error('The document for the order is not there.')
  return found
}

/** Closes it with all that it has under way; no-op if there is none. */
export async function closeIsolation(): Promise<void> {
  await chrome.offscreen.closeDocument().catch(() => undefined)
}
