import { BACKUP_JOBS } from '../../backup/backup-jobs.ts'
import { contract } from '../../../shared/contract.ts'
import type { Operation } from '../../../shared/contract/define.ts'
import type { CallTime } from '../../call-times.ts'
import { age, DAY_MS, type HealthFacts, stateBy, type Verdict, verdict } from './facts.ts'

/** A difference is said until a later check finds none. */
export function books(facts: HealthFacts): Verdict | null {
  const { bank } = facts
  if (bank === null) return null
  const { doneAt, differs, wholeFaults } = bank.books
  if (differs || wholeFaults > 0) return verdict('ACT', 'booksDiffer')
  if (doneAt === null) return verdict('LOOK', 'booksNever')
  const state = stateBy(age(facts, doneAt), 3 * DAY_MS, 8 * DAY_MS)
  return verdict(state, state === 'OK' ? 'books' : 'booksOld', { at: doneAt })
}

export function suspense({ bank }: HealthFacts): Verdict | null {
  if (bank === null) return null
  const { count, days } = bank.suspense
  if (count === 0) return verdict('OK', 'suspenseNone')
  const state = stateBy(days, 5, 30)
  return verdict(state, state === 'OK' ? 'suspense' : 'suspenseOld', { count, days })
}

/** Where backups are not set up, the row of the backups alone says so. */
export function jobs({ server, backups }: HealthFacts): Verdict {
  const counts = (name: string) => backups?.isSetUp !== false || !BACKUP_JOBS.some((job) => job === name)
  const failed = server.jobs.failed.filter(counts)
  const overdue = server.jobs.overdue.filter(counts)
  if (failed.length > 0) return verdict('ACT', 'jobsFailed', { names: failed })
  if (overdue.length > 0) return verdict('LOOK', 'jobsOverdue', { names: overdue })
  return verdict('OK', 'jobs')
}

/** Whether there is room for what the audit log will be in a year: nothing of it is ever deleted before its time. */
export function audit({ bank, freeBytes }: HealthFacts): Verdict | null {
  if (bank === null) return null
  const { logBytes, bytesADay, bytesInAYear } = bank.growth
  if (bytesADay === null || bytesInAYear === null)
    return verdict('UNKNOWN', 'auditUnknown', { bytes: logBytes })
  const facts = { bytes: logBytes, more: bytesADay, limit: bytesInAYear }
  const fits = freeBytes === null || bytesInAYear - logBytes < freeBytes
  return fits ? verdict('OK', 'audit', facts) : verdict('LOOK', 'auditGrows', facts)
}

export function partitions({ server: { monthsAhead } }: HealthFacts): Verdict {
  const state = stateBy(-monthsAhead, -11, -1)
  return verdict(state, state === 'OK' ? 'partitions' : 'partitionsFew', { count: Math.max(monthsAhead, 0) })
}

/** Whether the workstations of the last week have one build. */
export function workstations(facts: HealthFacts): Verdict | null {
  if (facts.bank === null) return null
  const recent = facts.bank.workstations.filter(({ at }) => age(facts, at) < 7 * DAY_MS)
  const builds = [...new Set(recent.map(({ build }) => build))]
  if (builds.length > 1) return verdict('LOOK', 'workstationsDiffer', { count: builds.length, names: builds })
  return verdict('OK', 'workstations', { count: recent.length, text: builds[0] ?? '' })
}

/** They wait for a machine, a file or a person: a long time is nothing wrong with them, and with large work neither. */
const WAIT_BY_NATURE =
  /^(scanners|backups|keys|database)\.|^documents\.(prepare|adjust)|export|import|goOn|check/i
const FEWEST = 20

const isLarge = (name: string) =>
  Object.entries<Operation>(contract).some(([call, { large }]) => call === name && large !== undefined)

const isCounted = ({ name, calls: count }: CallTime) =>
  count >= FEWEST && !WAIT_BY_NATURE.test(name) && !isLarge(name)

export function calls({ calls: made }: HealthFacts): Verdict {
  const [slowest] = made.filter(isCounted).toSorted((a, b) => b.p95Ms - a.p95Ms)
  if (slowest === undefined) return verdict('UNKNOWN', 'callsNone')
  const state = stateBy(slowest.p95Ms, 1_000, 5_000)
  return verdict(state, state === 'OK' ? 'calls' : 'callsSlow', { text: slowest.name, ms: slowest.p95Ms })
}
