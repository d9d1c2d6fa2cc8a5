import { once } from 'node:events'
import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { socketIn } from '../../electron/db/embedded/socket-folder.ts'
import type { Connection } from '../../electron/db/connection.ts'

/** What is on its way when a line is asked to do something with it. */
export type Moment = {
  readonly client: Socket
  readonly server: Socket
  /** Sends it on: all of it, or so many bytes. */
  readonly deliver: (bytes?: number) => void
}

type Event = {
  /** `query`: before it reaches the server. `answer`: the server has done it, committed, and said so; the client does not know it. */
  readonly at: 'query' | 'answer'
  readonly of: RegExp
  readonly act: (moment: Moment) => void
}

/** A line to the server, in TCP, on which one statement can be held, cut or lost at an exact moment. */
export type Line = AsyncDisposable & {
  readonly connection: Connection
  /** Does something once, at the next such event; resolves when it has been done. Nothing of it is delivered but by `act`. */
  readonly next: (event: Event) => Promise<void>
}

/** ReadyForQuery: the server has finished a statement and, outside of a transaction, committed it. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5])

export async function openLine(connection: Connection, host = '127.0.0.1'): Promise<Line> {
  const sockets = new Set<Socket>()
  let due: (Event & { readonly done: () => void }) | null = null
  const take = (at: Event['at'], isIt: (of: RegExp) => boolean) => {
    if (due === null || due.at !== at || !isIt(due.of)) return null
    const taken = due
    due = null
    return taken
  }
  const server = createServer((client) => {
    const upstream = createConnection(socketIn(connection.host))
    let asked = ''
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => sockets.delete(socket))
    }
    // One end that closes does not close the other by itself where somebody took the line over.
    let isTaken = false
    client.on('close', () => isTaken || upstream.destroy())
    upstream.on('close', () => isTaken || client.destroy())
    const pass = (at: Event['at'], chunk: Buffer, to: Socket, isIt: (of: RegExp) => boolean) => {
      const event = take(at, isIt)
      if (event === null) return to.write(chunk)
      isTaken = true
      const deliver = (bytes = chunk.length) => void to.write(chunk.subarray(0, bytes))
      event.act({ client, server: upstream, deliver })
      return event.done()
    }
    client.on('data', (chunk) => {
      asked = chunk.toString('latin1')
      pass('query', chunk, upstream, (of) => of.test(asked))
    })
    upstream.on('data', (chunk) =>
      pass('answer', chunk, client, (of) => of.test(asked) && chunk.includes(READY)),
    )
  })
  const port = await listening(server, host)
  return {
    connection: { ...connection, host, port, tls: 'off' },
    next: (event) => new Promise<void>((done) => (due = { ...event, done })),
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

async function listening(server: Server, host: string): Promise<number> {
  server.listen(0, host)
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The line has no port')
  return address.port
}
