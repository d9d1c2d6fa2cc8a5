import { isAbsolute } from 'node:path'
import { Client, type ClientBase, type ClientConfig, Pool, type PoolConfig } from 'pg'
import { clientConfig, type Connection, type Route } from './connection.ts'
import { prepareNamed } from './prepared.ts'
import { StandbySilent } from './server-silent.ts'
import { whyNotPrivate } from './private-folder.ts'

/** Refused before any query was sent to the server; `code` is what electron/db/fault.ts understands. */
class Unproven extends Error {
  readonly code: 'COREX_SOCKET_NOT_PRIVATE' | 'COREX_NOT_SCRAM' | 'COREX_STANDBY'
  constructor(code: Unproven['code'], message: string) {
    super(message)
    this.code = code
  }
}

/**
 * A client of the driver that sends nothing to a server it does not know. The start-up packet may carry a session token, so the
 * server is known before it: a socket stands in a folder of our own, and TLS verifies the certificate (connection.ts). A
 * password is proven and never sent: the server has to ask by SCRAM, and to prove by it that it knows the password too. A standby, which
 * tells by its first parameters that it takes no changes, is asked nothing.
 */
class ProvenClient extends Client {
  constructor(config: ClientConfig = {}) {
    super(config)
    // These listeners come before the driver's own, which it adds when it connects; a destroyed stream takes no more writes.
    const { connection, host } = this
    const refuse = (code: Unproven['code'], message: string) =>
      connection.stream.destroy(new Unproven(code, message))
    const refuseMethod = () => refuse('COREX_NOT_SCRAM', 'The server does not ask for the password by SCRAM')
    connection.on('connect', () => {
      const reason = isAbsolute(host) ? whyNotPrivate(host) : null
      if (reason !== null) refuse('COREX_SOCKET_NOT_PRIVATE', reason)
    })
    connection.on('authenticationCleartextPassword', refuseMethod)
    connection.on('authenticationMD5Password', refuseMethod)
    let proven = false
    connection.on('authenticationSASLFinal', () => (proven = true))
    connection.on('error', () => {
      proven = false // the driver found that the server's proof is wrong
      connection.stream.destroy()
    })
    connection.on('authenticationOk', () => {
      if (!proven) refuseMethod()
    })
    connection.on('parameterStatus', ({ parameterName, parameterValue }) => {
      // Told at once: the server's readiness may stand in the same packet.
      if (parameterName === 'in_hot_standby' && parameterValue === 'on')
        connection.emit('error', new Unproven('COREX_STANDBY', 'The server is a standby'))
    })
  }
}

/**
 * Sent with every start-up packet, because a login may set them for itself and would keep the next teller out: a library that is
 * not there ends each connection, without row-level security no query of ours runs, and a millisecond is too short for any. A
 * pool sends limits of its own, which win.
 */
const ALWAYS = [
  'local_preload_libraries=',
  'row_security=on',
  'default_transaction_read_only=off',
  'default_transaction_deferrable=off',
  'statement_timeout=0',
  'lock_timeout=0',
  'idle_in_transaction_session_timeout=0',
  'idle_session_timeout=0',
]
  .map((setting) => `-c ${setting}`)
  .join(' ')

const withAlways = <C extends ClientConfig>(connection: Connection, config: C, route?: Route) => ({
  ...clientConfig(route?.current() ?? connection),
  ...(route === undefined ? {} : { password: route.password }),
  ...config,
  options: [ALWAYS, config.options].filter((text) => text !== undefined).join(' '),
})

/** A connection of one's own, not yet open. A connection that breaks is reported to its query. */
export function clientFor(connection: Connection, config: ClientConfig): Client {
  const client = new ProvenClient(withAlways(connection, config, connection.route))
  connection.route?.opened(client)
  // Without a listener, the same report to the client itself would end the program.
  client.on('error', () => {})
  return client
}

/**
 * A pool whose lost connections do not end the program. An idle one is replaced on next use; one in use refuses its query,
 * and the caller gets that error.
 */
export function poolFor(connection: Connection, config: PoolConfig): Pool {
  const { route } = connection
  const made = route === undefined ? { Client: ProvenClient } : routed(connection, route, config)
  const pool = new Pool({ ...withAlways(connection, config), ...made })
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => {})
    if (client instanceof Client) {
      endWhenSilent(client)
      refuseUncopied(client)
      prepareNamed(client)
    }
  })
  return pool
}

/** Clients of a pool that go where the route leads when they are made, and are let into the pool at the right server only. */
const routed = (
  connection: Connection,
  route: Route,
  config: PoolConfig,
): Pick<PoolConfig, 'Client' | 'verify'> => ({
  Client: class extends ProvenClient {
    constructor() {
      super(withAlways(connection, config, route))
      route.opened(this)
    }
  },
  verify: (client, done) => void admit(route, client, done),
})

async function admit(route: Route, client: ClientBase, done: (error?: Error) => void): Promise<void> {
  try {
    if (!(client instanceof Client)) throw new Error('The pool made a client of another kind')
    await route.admit(client)
  } catch (error) {
    return done(error instanceof Error ? error : new Error(String(error)))
  }
  return done()
}

/**
 * Fails a query whose change the server has only itself: somebody ended its wait for the standby. Who asked is not told that it is done, and finds out
 * by its key.
 */
function refuseUncopied(client: Client): void {
  const query: unknown = Reflect.get(client, 'query')
  if (typeof query !== 'function') throw new Error('The driver has no query function')
  let isUncopied = false
  // The words are in the server's language; the place in its source is not.
  client.on('notice', ({ routine }) => (isUncopied ||= routine === 'SyncRepWaitForLSN'))
  const ask = (...given: unknown[]): unknown => {
    const asked: unknown = Reflect.apply(query, client, given)
    if (!(asked instanceof Promise)) return asked
    return asked.then((answer: unknown) => {
      if (!isUncopied) return answer
      isUncopied = false
      throw new StandbySilent('The standby did not confirm')
    })
  }
  Reflect.set(client, 'query', ask)
}

/** The driver's words for a query that was not answered within its limit. */
export const READ_TIMEOUT = 'Query read timeout'

/**
 * Ends a connection whose query was not answered in time: it may be half open, and the driver would let every later query wait behind the one
 * that nobody answers. The pool then makes a new one.
 */
function endWhenSilent(client: Client): void {
  const query: unknown = Reflect.get(client, 'query')
  if (typeof query !== 'function') throw new Error('The driver has no query function')
  const ask = (...given: unknown[]): unknown => {
    const asked: unknown = Reflect.apply(query, client, given)
    if (!(asked instanceof Promise)) return asked
    return asked.catch((error: unknown) => {
      // From here on it is no more given out; with a query under way its stream is destroyed.
      if (error instanceof Error && error.message === READ_TIMEOUT) void client.end()
      throw error
    })
  }
  Reflect.set(client, 'query', ask)
}
