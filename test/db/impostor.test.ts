import { spawnSync } from 'node:child_process'
import { chmod, readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Connection } from '../../electron/db/connection.ts'
import { faultOf } from '../../electron/db/fault.ts'
import { administratorOf } from '../../electron/db/open-embedded.ts'
import { createPool } from '../../electron/db/pool.ts'
import { isRoot, onLinux, started } from './fixtures/embedded.ts'
import { DEMANDS, type Demand, startImpostor } from './fixtures/impostor.ts'
import { temporaryFolder } from './fixtures/temporary-folder.ts'

const TOKEN = 'a-token-of-a-session-that-is-open'

/** Asks as a teller's connection does, with the token in the start-up packet, and answers the fault. */
async function faultAt(connection: Connection) {
  const pool = createPool({ ...connection, password: 'the-password' }, TOKEN)
  try {
    await pool.query('SELECT 1')
    return 'an answer'
  } catch (error) {
    return faultOf(error)?.code
  } finally {
    await pool.end()
  }
}

async function crashed(path: string, entrance: 'socket' | 'loopback') {
  const server = await started(join(path, 'data'), { entrance })
  const gone = new Promise<void>((resolve) => server.onExit(resolve))
  process.kill(server.pid, 'SIGKILL')
  await gone
  return administratorOf(server)
}

describe('after a crash of the embedded server', () => {
  it.runIf(isRoot && onLinux)('nobody else on this computer can take its place', async () => {
    await using folder = await temporaryFolder()
    const { host, port } = await crashed(folder.path, 'socket')
    const place = host.startsWith('/') ? { path: join(host, `.s.PGSQL.${port}`) } : { host, port }
    const takes = `require('net').createServer().listen(${JSON.stringify(place)}, () => process.exit(0)).on('error', () => process.exit(7))`
    const stranger = { uid: 65534, gid: 65534, cwd: '/', timeout: 20_000 }
    expect(spawnSync('/proc/self/exe', ['-e', takes], stranger).status).toBe(7)
  })

  it('a socket in a folder that others can enter is told nothing', async () => {
    await using folder = await temporaryFolder()
    const connection = await crashed(folder.path, 'socket')
    await chmod(connection.host, 0o755)
    await using impostor = await startImpostor({ folder: connection.host }, 'the password in clear')
    expect(await faultAt(connection)).toBe('SERVER_NOT_PROVEN')
    expect(impostor.heard()).toBe('')
  })

  it('a program with another certificate at its port is told nothing', async () => {
    await using folder = await temporaryFolder()
    const connection = await crashed(folder.path, 'loopback')
    await using impostor = await startImpostor({ port: connection.port }, 'the password in clear', true)
    expect(await faultAt(connection)).toBe('TLS_FAILED')
    expect(impostor.heard()).toBe('')
  })
})

it('a server with another key than the one that is remembered is told nothing, whoever signed its certificate', async () => {
  await using impostor = await startImpostor({ port: 0 }, 'nothing', true)
  const { port, certificate: ca } = impostor
  const login = { user: 'teller', password: '', database: 'coreX-DB' }
  const tls = { ca, key: 'a'.repeat(64) }
  expect(await faultAt({ host: '127.0.0.1', port, ...login, tls })).toBe('SERVER_CHANGED')
  expect(impostor.heard()).toBe('')
})

it.each(Object.keys(DEMANDS).filter((name): name is Demand => name in DEMANDS))(
  'a server that asks for %s instead of a proof gets no password and no statement',
  async (demand) => {
    await using impostor = await startImpostor({ port: 0 }, demand)
    const { port } = impostor
    const login = { user: 'teller', password: '', database: 'coreX-DB', tls: 'off' as const }
    expect(await faultAt({ host: '127.0.0.1', port, ...login })).toBe('SCRAM_REQUIRED')
    expect(impostor.heard()).not.toMatch(/the-password|SELECT|md5/)
  },
)

it('every client of the main process is made where a server has to prove who it is', async () => {
  const folder = join(import.meta.dirname, '../../electron')
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'))
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))
  const makers = files.filter((_, at) =>
    /\bnew (Client|Pool)\(|import \{[^}]*\b(?<!type )(Client|Pool)\b[^}]*\} from 'pg'/.test(texts[at] ?? ''),
  )
  expect(makers).toEqual([join('db', 'proven-client.ts')])
})
