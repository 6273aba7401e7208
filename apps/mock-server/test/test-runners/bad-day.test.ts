import { mockPanelKey } from '@orderwright/mock-server'
import { test } from '@orderwright/mock-server/vitest'
import { expect } from 'vitest'

test('the third order times out after it was taken, then completes in part', async ({ mock }) => {
  mock.control.faults.add({ fault: 'no-answer', action: 'add', nth: 3 })
  mock.control.behaviours.add({ behaviour: 'partial at 40 %', nth: 3 })
  const order = { action: 'add', service: '1', link: 'https://example.com/someone', quantity: '1000' }
  const body = new URLSearchParams({ key: mockPanelKey, ...order })
  const send = (signal?: AbortSignal): Promise<Response> =>
    fetch(`${mock.url}/api/v2`, { method: 'POST', body, signal: signal ?? null })
  await send()
  await send()
  await expect(send(AbortSignal.timeout(100))).rejects.toThrow('timeout')
  mock.control.clock.advance('1h')
  expect(mock.control.orders.get('123458')).toMatchObject({ state: 'partial', delivered: '400' })
})
