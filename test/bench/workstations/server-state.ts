import { readdirSync, readFileSync } from 'node:fs'
import { withClient } from '../../../electron/db/admin.ts'
import type { Connection } from '../../../electron/db/connection.ts'

/** The connections of all workstations, and of the one that has most. */
export const connectionsOf = (admin: Connection): Promise<{ all: number; most: number }> =>
  withClient(admin, async (client) => {
    const { rows } = await client.query<{ all: number; most: number }>(
      `SELECT coalesce(sum(n), 0)::int AS all, coalesce(max(n), 0)::int AS most
       FROM (SELECT count(*) AS n FROM pg_stat_activity WHERE usename LIKE 'ws%' GROUP BY usename) each_one`,
    )
    return rows[0] ?? { all: 0, most: 0 }
  })

/** Bytes of the processes of a server: each has its share of what they have in common. */
export const memoryOf = (postmaster: number): number =>
  [postmaster, ...childrenOf(postmaster)].reduce((sum, pid) => sum + shareOf(pid), 0)

const childrenOf = (parent: number): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter(
      (pid) => Number.isInteger(pid) && new RegExp(`^PPid:\\s*${parent}$`, 'm').test(textOf(pid, 'status')),
    )

const shareOf = (pid: number): number =>
  Number(/^Pss:\s*(\d+) kB/m.exec(textOf(pid, 'smaps_rollup'))?.[1] ?? 0) * 1024

function textOf(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return '' // it has ended meanwhile
  }
}
