import { createServer } from 'node:net'

export const LOOPBACK = '127.0.0.1'

/** A port of the loopback address that is free now; another program may still take it first. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, LOOPBACK, () => {
      const address = server.address()
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port)
        else reject(new Error('A listening socket without a port'))
      })
    })
  })
}

/** Whether a program listens on `port` already. */
export function isPortBusy(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(true))
    server.listen(port, LOOPBACK, () => server.close(() => resolve(false)))
  })
}
