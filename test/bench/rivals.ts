import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Pool } from 'pg'
import { inDatabase, withClient } from '../../electron/db/admin.ts'
import { poolFor } from '../../electron/db/proven-client.ts'
import { drive, type Round, workedSince } from './load.ts'
import type { LoadedCluster } from './loaded-cluster.ts'
import { serverMicroseconds } from './server-time.ts'

/** Somebody else's way to move money on the same server, to compare with. */
export type Rival = {
  readonly name: string
  readonly run: (clients: number, seconds: number) => Promise<Round>
}

const exec = promisify(execFile)
const ACCOUNTS = 20_000

/** TPC-B by pgbench, one thread for all clients as our side has one; null where pgbench is not installed. */
export async function tpcB(cluster: LoadedCluster): Promise<Rival | null> {
  const program = findPgbench()
  if (program === null) return null
  const { admin } = cluster
  await makeDatabase(cluster, 'tpcb')
  const where = ['-h', admin.host, '-p', String(admin.port), '-U', admin.user, 'tpcb']
  const options = { env: { ...process.env, PGPASSWORD: admin.password }, maxBuffer: 1 << 26 }
  await exec(program, ['-i', '-q', '-s', '32', ...where], options)
  const run = async (clients: number, seconds: number): Promise<Round> => {
    const folder = await mkdtemp(join(tmpdir(), 'corex-pgbench-'))
    try {
      const before = serverMicroseconds(cluster.server)
      const each = ['-n', '-c', String(clients), '-j', '1', '-T', String(seconds), '-l', '--log-prefix=all']
      await exec(program, [...each, ...where], { ...options, cwd: folder })
      const [log] = readdirSync(folder)
      // A line is a client, a number, the microseconds that it took, and when.
      const lines = readFileSync(join(folder, log ?? ''), 'utf8')
        .trim()
        .split('\n')
      const took = lines.map((line) => Number(line.split(' ')[2]) / 1000)
      return { done: took.length, seconds, took, server: await workedSince(cluster.server, before) }
    } finally {
      await rm(folder, { recursive: true })
    }
  }
  return { name: 'TPC-B', run }
}

/** pgledger by the SQL files that are named, in their order: transfers between accounts at random, and from each to one hot account. */
export async function pgledger(cluster: LoadedCluster, files: readonly string[]): Promise<readonly Rival[]> {
  await makeDatabase(cluster, 'pgledger')
  const connection = inDatabase(cluster.admin, 'pgledger')
  const ids = await withClient(connection, async (client) => {
    for (const file of files) await client.query(await readFile(file, 'utf8'))
    const { rows } = await client.query<{ id: string }>(
      `SELECT (pgledger_create_account('account ' || n, 'EUR')).id FROM generate_series(1, ${ACCOUNTS}) AS n`,
    )
    await client.query('VACUUM ANALYZE')
    return rows.map(({ id }) => id)
  })
  const pools: Pool[] = []
  const transferTo = (other: () => string) => async (client: number) => {
    pools[client] ??= poolFor(connection, { max: 1 })
    const text = 'SELECT * FROM pgledger_create_transfer($1, $2, 10)'
    let from = oneOf(ids)
    const to = other()
    while (from === to) from = oneOf(ids)
    await pools[client].query({ name: 'transfer', text, values: [from, to] })
    return 1
  }
  const rival = (name: string, other: () => string): Rival => ({
    name,
    run: (clients, seconds) => drive(cluster.server, clients, seconds, transferTo(other)),
  })
  return [rival('pgledger, random', () => oneOf(ids)), rival('pgledger, hot', () => ids[0] ?? '')]
}

/** One of them at random. */
export const oneOf = (ids: readonly string[]): string => ids[Math.floor(Math.random() * ids.length)] ?? ''

const makeDatabase = ({ admin }: LoadedCluster, name: string) =>
  withClient(inDatabase(admin, 'postgres'), async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${name}`)
    await client.query(`CREATE DATABASE ${name}`)
  })

function findPgbench(): string | null {
  const root = '/usr/lib/postgresql'
  const installed = existsSync(root) ? readdirSync(root).map((major) => `${root}/${major}/bin/pgbench`) : []
  return [...installed, '/usr/bin/pgbench'].find((file) => existsSync(file)) ?? null
}
