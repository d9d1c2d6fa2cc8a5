import { HEALTH_ROWS, type HealthRow, type HealthRowName } from '../../../shared/contract/health.ts'
import type { HealthFacts, Verdict } from './facts.ts'
import * as backups from './judge-backups.ts'
import * as server from './judge-server.ts'
import * as work from './judge-work.ts'

/** Null is no row: there is nothing of the kind here. */
const JUDGES: Readonly<Record<HealthRowName, (facts: HealthFacts) => Verdict | null>> = {
  SEALED: backups.sealed,
  FULL: backups.full,
  DRILL: backups.drill,
  WORDS: backups.words,
  ARCHIVE: backups.archive,
  SERVER_BACKUP: backups.serverBackup,
  SLOTS: server.slots,
  REPLICATION: server.replication,
  DISK: server.disk,
  CHECKSUMS: server.checksums,
  BOOKS: work.books,
  SUSPENSE: work.suspense,
  JOBS: work.jobs,
  AUDIT: work.audit,
  PARTITIONS: work.partitions,
  CONNECTIONS: server.connections,
  SERVER: server.version,
  SETTINGS: server.settings,
  WORKSTATIONS: work.workstations,
  CALLS: work.calls,
  CERTIFICATE: server.certificate,
}

/** What is in order, what is not, and what each row says: from the facts and from nothing else. */
export const judgeHealth = (facts: HealthFacts): HealthRow[] =>
  HEALTH_ROWS.flatMap((name) => {
    const found = JUDGES[name](facts)
    return found === null ? [] : [{ name, ...found }]
  })
