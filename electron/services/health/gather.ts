import { type Kysely, sql } from 'kysely'
import type { DrillReport } from '../../backup/backup-settings.ts'
import { lookAtServer } from '../../db/look-at-server.ts'
import type { DB } from '../../db/tables.ts'
import type { Workplace } from '../../workplace.ts'
import { freeBeside } from '../backups/free-beside.ts'
import { aboutOf } from '../backups/refused.ts'
import type { BackupHealth, BankHealth, HealthFacts, ServerHealth } from './facts.ts'

type BackupState = Awaited<ReturnType<Workplace['backups']['state']>>

const faultOf = ({ fault, faultDetails }: DrillReport) =>
  fault === null ? null : { code: fault, about: aboutOf(faultDetails) }

/** How the backups of the embedded server stand, of what their program knows. */
export function backupHealth({ settings, news, trouble }: BackupState): BackupHealth {
  const { folder, sheet, wordsCheckedAt, lastFull, lastDifferential, lastDrill } = settings
  return {
    isSetUp: folder !== null && sheet !== null,
    shippedAt: news?.shippedAt ?? null,
    trouble: trouble === null ? null : { code: trouble.code, about: aboutOf(trouble.details) },
    // A differential one is of the same full one, and later.
    copyAt: lastDifferential?.at ?? lastFull?.at ?? null,
    drill: lastDrill === null ? null : { at: lastDrill.at, fault: faultOf(lastDrill) },
    wordsAt: wordsCheckedAt,
  }
}

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
