import { createMockServer, mockQqtubeKey } from '../../src/index.ts'

// A process of its own, so that what is measured is the server's memory alone.
const server = await createMockServer({ accounts: [{ key: mockQqtubeKey, funds: '1000000000' }] })
process.on('message', message => {
  if (message === 'close') return void server.close().then(() => process.disconnect())
  globalThis.gc?.()
  const { rss, heapUsed } = process.memoryUsage()
  process.send?.({ rss, heapUsed, orders: server.control.orders.list().length })
})
process.send?.(server.url)
