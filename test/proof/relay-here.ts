import { createConnection, createServer } from 'node:net'

/**
 * Loaded by a workstation before its own code: plain text leaves no machine, so within its network it reaches the server by loopback, and this
 * carries it on over the cable.
 */

type Relay = { readonly from: number; readonly to: { readonly host: string; readonly port: number } }

const { from, to } = JSON.parse(process.env['PROOF_RELAY'] ?? '{}') as Relay

const relay = createServer((near) => {
  const far = createConnection(to)
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    one.on('error', () => other.destroy())
    one.on('close', () => other.destroy())
    one.pipe(other)
  }
})
relay.listen(from, '127.0.0.1')
relay.unref()
