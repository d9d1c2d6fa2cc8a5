import type { BackupFaultCode } from '../../../shared/backup-faults.ts'
import type { HealthRow } from '../../../shared/contract/health.ts'
import type { AuditGrowth } from '../../../shared/contract/jobs.ts'
import type { ServerLook } from '../../db/look-at-server.ts'
import type { CallTime } from '../../call-times.ts'

/** What server_health() answers: migrations/code/health/read-health.sql. */
export type ServerHealth = {
  readonly at: string
  readonly schema: string
  readonly slots: readonly {
    readonly name: string
    readonly active: boolean
    readonly lost: boolean
    readonly bytes: number
  }[]
  readonly receivers: readonly { readonly name: string; readonly bytes: number }[] | null
  readonly archive: { readonly on: boolean; readonly at: string | null; readonly failedAt: string | null }
  readonly checksums: { readonly on: boolean; readonly failures: number; readonly at: string | null }
  readonly connections: { readonly used: number; readonly limit: number }
  readonly monthsAhead: number
  readonly growthADay: number | null
  readonly jobs: { readonly failed: readonly string[]; readonly overdue: readonly string[] }
  readonly report: {
    readonly postedAt: string
    readonly freeBytes: number | null
    readonly code: number | null
    readonly message: string | null
    readonly at: string | null
    readonly failed: boolean
  } | null
}

/** What read_health() adds for whoever is signed in. */
export type BankHealth = {
  readonly books: {
    readonly doneAt: string | null
    readonly differs: boolean
    readonly wholeAt: string | null
    readonly wholeFaults: number
  }
  readonly suspense: { readonly count: number; readonly days: number }
  readonly growth: AuditGrowth
  readonly workstations: readonly { readonly name: string; readonly build: string; readonly at: string }[]
}

/** What happened to a backup, and the file, folder or moment that it is about. */
type Fault = { readonly code: BackupFaultCode; readonly about: string }

/** How the backups of the embedded server stand. */
export type BackupHealth = {
  /** A folder and a sheet are chosen. */
  readonly isSetUp: boolean
  readonly shippedAt: string | null
  readonly trouble: Fault | null
  /** The newest backup, full or differential. */
  readonly copyAt: string | null
  readonly drill: { readonly at: string; readonly fault: Fault | null } | null
  readonly wordsAt: string | null
}

/** Everything that is judged. Null is what is not known here, or does not exist. */
export type HealthFacts = {
  readonly server: ServerHealth
  readonly look: ServerLook | null
  /** Null for a server of the bank's own. */
  readonly backups: BackupHealth | null
  /** On the disk of the database. */
  readonly freeBytes: number | null
  readonly bank: BankHealth | null
  readonly calls: readonly CallTime[]
}

export type Verdict = Omit<HealthRow, 'name'>

export const verdict = (
  state: HealthRow['state'],
  says: HealthRow['says'],
  facts: HealthRow['facts'] = {},
): Verdict => ({ state, says, facts })

export const HOUR_MS = 3600_000
export const DAY_MS = 24 * HOUR_MS

/** How long ago a moment was by the server's clock. */
export const age = ({ server }: HealthFacts, moment: string): number =>
  Date.parse(server.at) - Date.parse(moment)

/** ACT from the second limit on, LOOK from the first on, else OK. */
export function stateBy(value: number, look: number, act: number): HealthRow['state'] {
  if (value >= act) return 'ACT'
  return value >= look ? 'LOOK' : 'OK'
}
