import { expect, test } from 'vitest'
import { startUpstream } from './start-upstream.ts'

test('a taken port is told in one sentence, with a way out', async () => {
  await using first = await startUpstream(0, {})
  const port = Number.parseInt(new URL(first.url).port, 10)
  await expect(startUpstream(port, {})).rejects.toThrow(
    `Port ${port} is taken: end what listens there, or choose another with \`npm start -- --port ${port + 1}\`.`,
  )
})
