import { type MockServer, mockPanelKey, mockQqtubeKey } from '@orderwright/mock-server'

type Fields = Readonly<Record<string, string>>

export async function askQqtube(server: MockServer, method: 'GET' | 'POST', fields: Fields): Promise<void> {
  const sent = new URLSearchParams({ api_key: mockQqtubeKey, ...fields })
  const url = `${server.url}/v1-api`
  const response = fetch(
    method === 'GET' ? `${url}?${sent}` : url,
    method === 'GET' ? {} : { method, body: sent },
  )
  // A fault may be injected.
  await response.then(answer => answer.arrayBuffer()).catch(() => undefined)
}

async function askPanel(server: MockServer, fields: Fields): Promise<void> {
  const body = new URLSearchParams({ key: mockPanelKey, ...fields })
  await (await fetch(`${server.url}/api/v2`, { method: 'POST', body })).arrayBuffer()
}

export const order: Fields = {
  action: 'add',
  url: 'https://www.youtube.com/watch?v=jofNR_WkoCE',
  quantity: '20000',
  id_service: '1',
}

const panelOrder: Fields = {
  action: 'add',
  service: '1',
  link: 'https://example.com/someone',
  quantity: '1000',
}

/** Some of everything, as a suite would leave it behind. */
export async function playABit(server: MockServer): Promise<void> {
  const { clock, faults, orders } = server.control
  await askQqtube(server, 'GET', { action: 'services' })
  await askQqtube(server, 'POST', order)
  await askPanel(server, panelOrder)
  clock.advance('70s')
  await askQqtube(server, 'POST', { ...order, id_service: '54', quantity: '10000' })
  await askPanel(server, { ...panelOrder, service: '3', quantity: '5000' })
  clock.advance('3m')
  orders.setStatus('123457', 'Partial')
  faults.add({ fault: 'reset', action: 'add' })
  await askQqtube(server, 'POST', { ...order, quantity: '40000' })
  await askQqtube(server, 'POST', { ...order, service_id: '1', id_service: '' })
  await askPanel(server, { action: 'status', orders: '123457,1' })
  orders.refund('123460', '2.5')
  clock.advance('1m')
  await askQqtube(server, 'GET', { action: 'stats', id_service_submission: '123456' })
  await askPanel(server, panelOrder)
  faults.add({ fault: 'html-502', action: 'stats', times: 3 })
}
