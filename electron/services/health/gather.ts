import { type Kysely, sql } from 'kysely'
import { lookAtServer } from '../../db/look-at-server.ts'
import type { DB } from '../../db/tables.ts'
import type { Workplace } from '../../workplace.ts'
import { freeBeside } from '../backups/free-beside.ts'
import { backupHealth } from './backup-health.ts'
import type { BankHealth, HealthFacts, ServerHealth } from './facts.ts'

/** Reads everything that is judged, of the server, of this machine and of this program. */
export async function gatherHealth(workplace: Workplace, db: Kysely<DB>): Promise<HealthFacts> {
  const { database, backups, options, callTimes } = workplace
  const isEmbedded = database?.kind === 'embedded'
  const { rows } = await sql<{ read: ServerHealth & BankHealth }>`SELECT read_health() AS read`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('The database answered nothing of its health')
  const { read } = row
  return {
    server: read,
    bank: read,
    look: database === null ? null : await lookAtServer(database.connection),
    backups: isEmbedded ? backupHealth(await backups.state()) : null,
    freeBytes: isEmbedded ? await freeBeside(options.dataFolder) : (read.report?.freeBytes ?? null),
    calls: callTimes.list(),
  }
}
