import { vi } from 'vitest'
import {
  type IsolatedAnswer,
  type IsolatedRequest,
  isolationPath,
} from '../src/isolation/isolated-request.ts'

/** A stand-in for the document in which one request is sent, and for the browser's part in opening it. */
export function fakeIsolation(
  origin: string,
  answer: (request: IsolatedRequest) => Promise<IsolatedAnswer> = sent,
): object {
  let isOpen = false
  const url = `${origin}/${isolationPath}`
  const postMessage = (request: IsolatedRequest, [port]: readonly MessagePort[]): void => {
    void answer(request).then(answered => {
      const body = answered.kind === 'answered' ? answered.body : null
      port?.postMessage(answered, body === null ? [] : [body])
    })
  }
  vi.stubGlobal('clients', { matchAll: async () => (isOpen ? [{ url, postMessage }] : []) })
  return {
    Reason: { IFRAME_SCRIPTING: 'IFRAME_SCRIPTING' },
    createDocument: async (): Promise<void> => {
      if (isOpen) throw new Error('Only a single offscreen document may be created.')
      isOpen = true
    },
    closeDocument: async (): Promise<void> => {
      if (!isOpen) throw new Error('No current offscreen document.')
      isOpen = false
    },
  }
}

async function sent({ url, method, headers, body }: IsolatedRequest): Promise<IsolatedAnswer> {
  try {
    const response = await fetch(url, {
      method,
      headers: headers.map(([name, value]) => [name, value]),
      body,
      redirect: 'manual',
    })
    return {
      kind: 'answered',
      type: response.type,
      status: response.status,
      headers: [...response.headers],
      body: response.body,
    }
  } catch (error) {
    return { kind: 'failed', message: String(error) }
  }
}
