import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { rawExchange } from '../../test/raw-exchange.ts'
import { createMockServer } from '../server.ts'

const tunnel = 'CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n\r\n'

it('a tunnel is refused with a problem, and its connection ended', async () => {
  await using server = await createMockServer()
  const answer = String(await rawExchange(server.url, tunnel, true))
  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nContent-Type: application\/problem\+json\r\n/)
})

it('a client that asks for a tunnel and resets the connection harms nobody', async () => {
  await using server = await createMockServer()
  const { hostname, port } = new URL(server.url)
  const failed: unknown[] = []
  const note = (error: unknown): void => void failed.push(error)
  process.on('uncaughtException', note)
  try {
    for (let count = 0; count < 20; count += 1) {
      await new Promise<void>(resolve => {
        const socket = connect(Number(port), hostname, () => {
          socket.write(tunnel, () => socket.resetAndDestroy())
        })
        socket.on('error', () => undefined)
        socket.on('close', () => resolve())
      })
    }
    // One that is answered after all of them: by then their ends have been met.
    await rawExchange(server.url, tunnel, true)
    expect(failed).toEqual([])
  } finally {
    process.off('uncaughtException', note)
  }
})

it('a client that holds a refused tunnel open does not keep the server from closing', async () => {
  const server = await createMockServer()
  const { hostname, port } = new URL(server.url)
  const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true })
  socket.on('error', () => undefined)
  const answered = new Promise(resolve => socket.once('data', resolve))
  socket.write(tunnel)
  await answered
  await server.close()
  socket.destroy()
})

it.each(['http://[', 'http://[::1'])('a target that is no URL, %s, is told as a problem', async target => {
  await using server = await createMockServer()
  const bytes = `GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`
  const answer = String(await rawExchange(server.url, bytes, true))
  expect(answer).toMatch(/^HTTP\/1\.1 404 Not Found\r\n/)
  expect(answer).toContain('\r\nContent-Type: application/problem+json\r\n')
  expect(server.control.requestLog.count({ path: target })).toBe(1)
})

it('listens at an IPv6 address as a URL has it', async () => {
  await using server = await createMockServer({ host: '[::1]' })
  expect(server.url).toMatch(/^http:\/\/\[::1\]:\d+$/)
  expect(server.controlToken).toBeUndefined()
  expect((await fetch(`${server.url}/__mock/clock`)).status).toBe(200)
})
