import { connect, type Socket } from 'node:net'

/** A connection to a printer, and the bytes that it answers, one after the other. */
export type LineToPrinter = {
  /** Whether the bytes have left in time: a printer that is stuck takes no more, and a line that is cut takes none. */
  readonly send: (bytes: Uint8Array, within: number) => Promise<boolean>
  /** The next byte; null when the line is cut, or none came in time. */
  readonly next: (within: number) => Promise<number | null>
  readonly isCut: () => boolean
  readonly close: () => void
}

/** Null where nothing answers at that address in time. */
export async function openLine(host: string, port: number, within: number): Promise<LineToPrinter | null> {
  const socket = connect({ host, port, noDelay: true })
  socket.on('error', () => {}) // what is cut is told by `close`
  return (await isConnected(socket, within)) ? lineOn(socket) : null
}

function isConnected(socket: Socket, within: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => resolve(false), within)
  socket.once('connect', () => resolve(true))
  socket.once('close', () => resolve(false))
  return promise.then((connected) => {
    clearTimeout(timer)
    if (!connected) socket.destroy()
    return connected
  })
}

function lineOn(socket: Socket): LineToPrinter {
  const heard: number[] = []
  let wake: (() => void) | null = null
  let cut = false
  socket.on('data', (bytes: Buffer) => {
    // A printer answers a few bytes; who sends without end is none.
    if (heard.length < 4_096) heard.push(...bytes.subarray(0, 4_096))
    wake?.()
  })
  socket.on('close', () => {
    cut = true
    wake?.()
  })
  // Who has closed its half answers no more, and it is unknown what it still prints.
  socket.on('end', () => socket.destroy())
  const waited = (within: number) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, within)
    wake = resolve
    return promise.finally(() => clearTimeout(timer))
  }
  return {
    send: (bytes, within) => {
      if (cut) return Promise.resolve(false)
      const { promise, resolve } = Promise.withResolvers<boolean>()
      const timer = setTimeout(() => resolve(false), within)
      const isCut = () => resolve(false)
      socket.once('close', isCut)
      socket.write(bytes, (error) => resolve(error === null || error === undefined))
      return promise.finally(() => {
        clearTimeout(timer)
        socket.off('close', isCut)
      })
    },
    next: async (within) => {
      if (heard.length === 0 && !cut) await waited(within)
      return heard.shift() ?? null
    },
    isCut: () => cut,
    close: () => socket.destroy(),
  }
}
