import type { Client } from 'pg'
import { ok } from '../../shared/result.ts'
import { type Connection, placeAddressOf, type Route } from './connection.ts'
import type { OpenOptions } from './database.ts'
import { findWorking, withPendingPassword, withWorkingPassword } from './keep-login.ts'
import { rememberServer } from './known-server.ts'
import { type Standing, standingOf } from './server-identity.ts'

/** A server that takes changes and is not the one that this workstation works with; `code` is what electron/db/fault.ts understands. */
class WrongServer extends Error {
  readonly code: 'COREX_BEHIND' | 'COREX_OTHER_SYSTEM'
  constructor(code: WrongServer['code']) {
    super('The server is not the one that this workstation works with')
    this.code = code
  }
}

/**
 * The connection of an open database with its way to the server that takes changes: each new client goes there and is told apart from a server
 * that was replaced. The sessions of people are rows, so they go on at the next server.
 */
export function withRoute(
  connection: Connection,
  { identity: { system }, timeline }: Standing,
  options: OpenOptions,
): Connection {
  const self = {
    now: connection,
    timeline,
    finding: null as ReturnType<Route['find']> | null,
    isSettled: false,
    settling: null as Promise<void> | null,
  }
  const clients = new Set<Client>()

  const admit = async (client: Client) => {
    const found = await standingOf(client)
    if (found.identity.system !== system) throw new WrongServer('COREX_OTHER_SYSTEM')
    if (found.timeline < self.timeline) throw new WrongServer('COREX_BEHIND')
    if (found.timeline === self.timeline) return
    self.timeline = found.timeline
    await rememberServer(self.now, found, 'known', options)
  }
  const search = async () => {
    const found = await findWorking(self.now, 'known', options)
    if (!found.ok) return found
    self.timeline = found.value.timeline
    const { connection: next } = found.value
    if (placeAddressOf(next) === placeAddressOf(self.now)) use(next.password)
    else moveTo(next)
    return ok(undefined)
  }
  const use = (password: string) => {
    self.now = { ...self.now, password }
  }
  /** While a password is pending, nobody knows when the server takes it: each new connection asks. */
  const settle = async () => {
    use((await withWorkingPassword(self.now, options)).password)
    self.isSettled = (await withPendingPassword(self.now, options)) === null
  }
  const password = async () => {
    if (!self.isSettled) await (self.settling ??= settle().finally(() => (self.settling = null)))
    return self.now.password
  }
  const moveTo = (next: Connection) => {
    options.log(`The database is at ${placeAddressOf(next)} from now on`)
    self.now = next
    // Those to a machine that lost its power would wait for it.
    for (const client of clients)
      if (client.host !== next.host || client.port !== next.port)
        client.connection.stream.destroy(new Error('The connection is closed: another server took over'))
  }
  const opened = (client: Client) => {
    clients.add(client)
    client.once('end', () => clients.delete(client))
  }
  const find = () => {
    self.finding ??= search().finally(() => (self.finding = null))
    return self.finding
  }
  return { ...connection, route: { current: () => self.now, password, admit, find, opened } }
}
