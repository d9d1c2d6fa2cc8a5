import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import type { Client, Pool } from 'pg'
import { inDatabase, withClient } from '../../electron/db/admin.ts'
import { createPool } from '../../electron/db/pool.ts'
import { openTill, post } from '../support/posting-functions.ts'
import { only } from '../support/queries.ts'
import { insertSession, insertUser } from '../support/users.ts'
import type { LoadedCluster } from './loaded-cluster.ts'

const SECONDS = 8
const CLIENTS = [1, 4, 16] as const
const MOST = 16

type OpenTill = { readonly pool: Pool; readonly cash: string }

/** So many tellers, each with a till of their own open, signed in without their passwords. */
async function openTills({ admin, workstation }: LoadedCluster): Promise<OpenTill[]> {
  const tellers = await withClient(
    admin,
    async (client) => {
      const made = []
      for (let n = 0; n < MOST; n++) made.push(await addTeller(client, n, workstation.user))
      return made
    },
    { options: '-c search_path=corex,ext' },
  )
  return Promise.all(
    tellers.map(async ({ token, till, cash }) => {
      const pool = createPool(workstation, token)
      await openTill(pool, till, '0')
      return { pool, cash }
    }),
  )
}

async function addTeller(superuser: Client, n: number, workstation: string) {
  const { rows } = await superuser.query<{ id: string }>('SELECT id FROM branches')
  const branchId = only(rows).id
  const user = await insertUser(superuser, branchId, { username: `bench${n}` })
  const till = randomUUID()
  await superuser.query('SELECT make_till($1, $2, $3)', [till, branchId, `Bench till ${n}`])
  const token = await insertSession(superuser, user.id, workstation)
  const cash = await superuser.query<{ id: string }>('SELECT till_account($1) AS id', [till])
  return { token, till, cash: only(cash.rows).id }
}

/** Deposits a second with so many tellers at once, each on an account drawn at random; and TPC-B's where pgbench is there. */
export async function timePostings(cluster: LoadedCluster): Promise<string[]> {
  const accounts = await withClient(cluster.admin, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `SELECT id FROM corex.accounts WHERE account_type = 'SAVINGS' AND status = 'ACTIVE' LIMIT 20000`,
    )
    return rows.map(({ id }) => id)
  })
  const pgbench = findPgbench()
  if (pgbench !== null) await prepareTpcB(cluster, pgbench)
  const tills = await openTills(cluster)
  try {
    const lines: string[] = []
    let one = Number.NaN
    for (const clients of CLIENTS) {
      const rate = await depositsPerSecond(tills.slice(0, clients), accounts)
      if (clients === 1) one = rate
      const tpcB = pgbench === null ? null : runTpcB(cluster, pgbench, clients)
      lines.push(
        `${String(clients).padStart(2)} clients: ${rate.toFixed(0)}/s, ${(rate / one).toFixed(2)} of one client's; ` +
          (tpcB === null
            ? 'TPC-B skipped: no pgbench here'
            : `TPC-B ${tpcB.toFixed(0)}/s, ratio ${(rate / tpcB).toFixed(2)}`),
      )
    }
    return lines
  } finally {
    await Promise.all(tills.map(({ pool }) => pool.end()))
  }
}

async function depositsPerSecond(tills: readonly OpenTill[], accounts: readonly string[]): Promise<number> {
  const since = performance.now()
  const until = since + SECONDS * 1000
  let posted = 0
  await Promise.all(
    tills.map(async ({ pool, cash }) => {
      while (performance.now() < until) {
        const account = accounts[Math.floor(Math.random() * accounts.length)] ?? ''
        await post(pool, 'DEPOSIT', cash, account, '10', { currency: 'EUR' })
        posted++
      }
    }),
  )
  return posted / ((performance.now() - since) / 1000)
}

function findPgbench(): string | null {
  const root = '/usr/lib/postgresql'
  const installed = existsSync(root) ? readdirSync(root).map((major) => `${root}/${major}/bin/pgbench`) : []
  return [...installed, '/usr/bin/pgbench'].find((file) => existsSync(file)) ?? null
}

/** Without a thread of its own per client, as our side has one too. */
function runTpcB(cluster: LoadedCluster, pgbench: string, clients: number): number {
  const printed = call(cluster, pgbench, ['-n', '-c', String(clients), '-j', '1', '-T', String(SECONDS)])
  return Number(/tps = ([\d.]+)/.exec(printed)?.[1])
}

async function prepareTpcB(cluster: LoadedCluster, pgbench: string): Promise<void> {
  await withClient(inDatabase(cluster.admin, 'postgres'), (client) => client.query('CREATE DATABASE tpcb'))
  call(cluster, pgbench, ['-i', '-q', '-s', '16'])
}

function call({ admin }: LoadedCluster, pgbench: string, args: readonly string[]): string {
  const where = ['-h', admin.host, '-p', String(admin.port), '-U', admin.user, 'tpcb']
  const env = { ...process.env, PGPASSWORD: admin.password }
  return execFileSync(pgbench, [...args, ...where], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}
