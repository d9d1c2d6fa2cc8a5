import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { once } from 'node:events'
import { socketIn } from '../../electron/db/embedded/socket-folder.ts'
import type { Connection } from '../../electron/db/connection.ts'

/** A relay in front of the server that counts how often the server ends an answer: the round trips of a client. */
export type Wire = AsyncDisposable & {
  /** The same database, reached through the relay. */
  readonly connection: Connection
  /** Round trips since the relay was opened, those of connecting included. */
  roundTrips(): number
  /** From now on nothing goes through, and nothing is closed: as when the server is suspended. */
  freeze(): void
  thaw(): void
}

/** ReadyForQuery of the PostgreSQL protocol: https://www.postgresql.org/docs/current/protocol-message-formats.html */
const READY = 'Z'.charCodeAt(0)
const HEADER = 5

export async function openWire(connection: Connection): Promise<Wire> {
  let ready = 0
  let frozen = false
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const upstream = createConnection(socketIn(connection.host))
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => {}) // 'close' informs the other end
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    upstream.on(
      'data',
      readMessages((type) => {
        if (type === READY) ready += 1
      }),
    )
    client.pipe(upstream)
    upstream.pipe(client)
    if (frozen) for (const socket of [client, upstream]) socket.pause()
  })
  const port = await listening(server)
  return {
    connection: { ...connection, host: '127.0.0.1', port },
    roundTrips: () => ready,
    freeze: () => {
      frozen = true
      for (const socket of sockets) socket.pause()
    },
    thaw: () => {
      frozen = false
      for (const socket of sockets) socket.resume()
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The relay has no port')
  return address.port
}

/** Cuts what the server sends into its messages, wherever the packets were cut, and returns the type of each. */
function readMessages(onMessage: (type: number) => void): (chunk: Buffer) => void {
  let pending = Buffer.alloc(0)
  return (chunk) => {
    pending = Buffer.concat([pending, chunk])
    while (pending.length >= HEADER) {
      const length = 1 + pending.readUInt32BE(1)
      if (pending.length < length) return
      onMessage(pending.readUInt8(0))
      pending = pending.subarray(length)
    }
  }
}
