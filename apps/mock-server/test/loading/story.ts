import { createMockServer, mockPanelKey } from '../../src/index.ts'
import { askPanel, panelOrder } from '../ask.ts'
import { loadedModules } from './loaded-modules.ts'

// Prints a line for each step: the modules that it loaded.
const server = await createMockServer()
await askPanel(server, panelOrder)
show()
const body = new FormData()
body.append('key', mockPanelKey)
await (await fetch(`${server.url}/api/v2`, { method: 'POST', body })).arrayBuffer()
show()
await (await fetch(`${server.url}/__mock/clock`)).arrayBuffer()
show()
await server.close()

function show(): void {
  process.stdout.write(`${JSON.stringify([...loadedModules])}\n`)
  loadedModules.clear()
}
