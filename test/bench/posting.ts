import { execFileSync } from 'node:child_process'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { Pool } from 'pg'
import { inDatabase, withClient } from '../../electron/db/admin.ts'
import { createPool } from '../../electron/db/pool.ts'
import { openTill, post } from '../support/posting-functions.ts'
import type { Site } from './site.ts'

const SECONDS = 8
const CLIENTS = [1, 4, 16] as const
const MOST = 16

type Desk = { readonly pool: Pool; readonly cash: string }

/** Sixteen tellers at sixteen tills of their own, signed in behind the curtain. */
async function openDesks({ admin, workstation }: Site): Promise<Desk[]> {
  const tokens = Array.from({ length: MOST }, () => randomBytes(32).toString('hex'))
  const tills = await withClient(
    admin,
    async (client) => {
      const made: { till: string; cash: string }[] = []
      for (const [i, token] of tokens.entries()) {
        const till = randomUUID()
        const { rows } = await client.query<{ id: string }>(
          `INSERT INTO users (username, full_name, email, password_hash, must_change_password, role, branch_id)
           SELECT $1::text, $1::text, $1::text || '@example.com', password_hash, false, 'TELLER', branch_id FROM users WHERE role = 'ADMIN' RETURNING id`,
          [`desk${i}`],
        )
        await client.query('SELECT make_till($1, (SELECT id FROM branches), $2)', [till, `Desk ${i}`])
        await client.query(
          `INSERT INTO sessions (token_hash, user_id, workstation, expires_at) VALUES ($1, $2, $3, now() + interval '1 hour')`,
          [createHash('sha256').update(token).digest(), rows[0]?.id, workstation.user],
        )
        const account = await client.query<{ id: string }>('SELECT till_account($1) AS id', [till])
        made.push({ till, cash: account.rows[0]?.id ?? '' })
      }
      return made
    },
    { options: '-c search_path=corex,ext' },
  )
  const desks: Desk[] = []
  for (const [i, { till, cash }] of tills.entries()) {
    const pool = createPool(workstation, tokens[i] ?? null)
    await openTill(pool, till, '0')
    desks.push({ pool, cash })
  }
  return desks
}

/** Deposits a second with so many tellers at once, each on an account drawn at random; and TPC-B's where pgbench is there. */
export async function timePostings(site: Site): Promise<string[]> {
  const accounts = await withClient(site.admin, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `SELECT id FROM corex.accounts WHERE account_type = 'SAVINGS' AND status = 'ACTIVE' LIMIT 20000`,
    )
    return rows.map(({ id }) => id)
  })
  const pgbench = findPgbench()
  if (pgbench !== null) await prepareTpcB(site, pgbench)
  const desks = await openDesks(site)
  try {
    const lines: string[] = []
    let one = Number.NaN
    for (const clients of CLIENTS) {
      const rate = await depositsPerSecond(desks.slice(0, clients), accounts)
      if (clients === 1) one = rate
      const tpcB = pgbench === null ? null : runTpcB(site, pgbench, clients)
      lines.push(
        `${String(clients).padStart(2)} clients: ${rate.toFixed(0)}/s, ${(rate / one).toFixed(2)} of one client's; ` +
          (tpcB === null
            ? 'TPC-B skipped: no pgbench here'
            : `TPC-B ${tpcB.toFixed(0)}/s, ratio ${(rate / tpcB).toFixed(2)}`),
      )
    }
    return lines
  } finally {
    await Promise.all(desks.map(({ pool }) => pool.end()))
  }
}

async function depositsPerSecond(desks: readonly Desk[], accounts: readonly string[]): Promise<number> {
  const since = performance.now()
  const until = since + SECONDS * 1000
  let posted = 0
  await Promise.all(
    desks.map(async ({ pool, cash }) => {
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
function runTpcB(site: Site, pgbench: string, clients: number): number {
  const printed = call(site, pgbench, ['-n', '-c', String(clients), '-j', '1', '-T', String(SECONDS)])
  return Number(/tps = ([\d.]+)/.exec(printed)?.[1])
}

async function prepareTpcB(site: Site, pgbench: string): Promise<void> {
  await withClient(inDatabase(site.admin, 'postgres'), (client) => client.query('CREATE DATABASE tpcb'))
  call(site, pgbench, ['-i', '-q', '-s', '16'])
}

function call({ admin }: Site, pgbench: string, args: readonly string[]): string {
  const where = ['-h', admin.host, '-p', String(admin.port), '-U', admin.user, 'tpcb']
  const env = { ...process.env, PGPASSWORD: admin.password }
  return execFileSync(pgbench, [...args, ...where], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}
