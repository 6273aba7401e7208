// Takes connections and hands them on at once. In a process of its own, so that it can be stopped while what it took lives on.
import { createServer } from 'node:net'

const server = createServer({ pauseOnConnect: true }, socket => process.send?.('socket', socket))
// A queue that a few connections fill: who comes then gets no answer, and asks again after a second.
server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => process.send?.(server.address()))
process.on('disconnect', () => process.exit())
