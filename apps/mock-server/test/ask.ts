import { type MockServer, mockPanelKey, mockQqtubeKey } from '../src/index.ts'

export interface Reply {
  readonly status: number
  readonly contentType: string | null
  readonly text: string
  readonly body: unknown
}

type Fields = Readonly<Record<string, string>>

/** A request to the QQTube API as a client of the document would send it, with the key unless another is given. */
export async function ask(
  server: Pick<MockServer, 'url'>,
  method: 'GET' | 'POST',
  fields: Fields,
): Promise<Reply> {
  const sent = new URLSearchParams({ api_key: mockQqtubeKey, ...fields })
  const url = `${server.url}/v1-api`
  return reply(
    await (method === 'GET' ? fetch(`${url}?${sent}`) : fetch(url, { method: 'POST', body: sent })),
  )
}

/** A request to the panel API, with its key unless another is given. */
export async function askPanel(server: Pick<MockServer, 'url'>, fields: Fields): Promise<Reply> {
  const body = new URLSearchParams({ key: mockPanelKey, ...fields })
  return reply(await fetch(`${server.url}/api/v2`, { method: 'POST', body }))
}

export async function reply(response: Response): Promise<Reply> {
  const text = await response.text()
  return {
    status: response.status,
    contentType: response.headers.get('content-type'),
    text,
    body: JSON.parse(text),
  }
}

export const video = 'https://www.youtube.com/watch?v=jofNR_WkoCE'

/** An order that the sample catalogue takes: 20,000 of service 1 for 44. */
export const order: Fields = { action: 'add', url: video, quantity: '20000', id_service: '1' }

/** An order that the panel's sample catalogue takes: 1,000 of service 1 for 0.9. */
export const panelOrder: Fields = {
  action: 'add',
  service: '1',
  link: 'https://example.com/someone',
  quantity: '1000',
}
