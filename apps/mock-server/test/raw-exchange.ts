import { connect } from 'node:net'

/**
 * Every byte that a server sends in answer to these, until the connection ends; a reset ends it like a close.
 * @param isComplete whether the server knows by itself when to answer and close; else it is told that no more comes
 */
export function rawExchange(url: string, bytes: Uint8Array | string, isComplete: boolean): Promise<Buffer> {
  const { hostname, port } = new URL(url)
  return new Promise(resolve => {
    const received: Buffer[] = []
    const socket = connect(Number(port), hostname)
    socket.on('data', data => received.push(data))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(Buffer.concat(received)))
    if (isComplete) socket.write(bytes)
    else socket.end(bytes)
  })
}
