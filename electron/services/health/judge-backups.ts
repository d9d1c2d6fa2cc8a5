import { age, DAY_MS, type HealthFacts, HOUR_MS, stateBy, type Verdict, verdict } from './facts.ts'

/** Of a backup every day: late after some hours more, and something to do after a long weekend. */
const FULL = { look: 26 * HOUR_MS, act: 4 * DAY_MS }
const SEALED = { look: HOUR_MS / 4, act: HOUR_MS }
const DRILL = { look: 8 * DAY_MS, act: 22 * DAY_MS }
const WORDS = { look: 366 * DAY_MS, act: 2 * 366 * DAY_MS }

type Limits = { readonly look: number; readonly act: number }
const lateBy = (facts: HealthFacts, at: string, { look, act }: Limits) => stateBy(age(facts, at), look, act)

/** How far what was posted is in the folder. Where nothing is set up yet, this row alone says so. */
export function sealed(facts: HealthFacts): Verdict | null {
  const { backups } = facts
  if (backups === null) return null
  const { isSetUp, shippedAt, trouble } = backups
  if (!isSetUp) return verdict('ACT', 'notSetUp')
  if (trouble !== null) return verdict('ACT', 'sealedTrouble', { fault: trouble.code, text: trouble.about })
  if (shippedAt === null) return verdict('UNKNOWN', 'sealedNever')
  const state = lateBy(facts, shippedAt, SEALED)
  return verdict(state, state === 'OK' ? 'sealed' : 'sealedLate', { at: shippedAt })
}

export function full(facts: HealthFacts): Verdict | null {
  const { backups } = facts
  if (backups === null || !backups.isSetUp) return null
  if (backups.copyAt === null) return verdict('ACT', 'fullNever')
  const state = lateBy(facts, backups.copyAt, FULL)
  return verdict(state, state === 'OK' ? 'full' : 'fullLate', { at: backups.copyAt })
}

export function drill(facts: HealthFacts): Verdict | null {
  const { backups } = facts
  if (backups === null || !backups.isSetUp) return null
  const last = backups.drill
  if (last === null) return verdict('LOOK', 'drillNever')
  const { at, fault } = last
  if (fault !== null) return verdict('ACT', 'drillFailed', { at, fault: fault.code, text: fault.about })
  const state = lateBy(facts, at, DRILL)
  return verdict(state, state === 'OK' ? 'drill' : 'drillLate', { at })
}

export function words(facts: HealthFacts): Verdict | null {
  const { backups } = facts
  if (backups === null || !backups.isSetUp) return null
  if (backups.wordsAt === null) return verdict('ACT', 'wordsNever')
  const state = lateBy(facts, backups.wordsAt, WORDS)
  return verdict(state, state === 'OK' ? 'words' : 'wordsOld', { at: backups.wordsAt })
}

/** Of a server of the bank's own: whether its log reaches the archive. */
export function archive({ backups, server }: HealthFacts): Verdict | null {
  if (backups !== null) return null
  const { on, at, failedAt } = server.archive
  if (!on) return verdict('LOOK', 'archiveOff')
  if (failedAt !== null) return verdict('ACT', 'archiveFails', { at: failedAt })
  return at === null ? verdict('UNKNOWN', 'archiveNever') : verdict('OK', 'archive', { at })
}

/** Of a server of the bank's own: what its timer posted of pgBackRest. */
export function serverBackup(facts: HealthFacts): Verdict | null {
  const { backups, server } = facts
  if (backups !== null) return null
  const { report } = server
  if (report === null || report.code === null) return verdict('UNKNOWN', 'serverBackupUnknown')
  const silent = lateBy(facts, report.postedAt, FULL)
  if (silent !== 'OK') return verdict(silent, 'serverBackupSilent', { at: report.postedAt })
  if (report.code !== 0 || report.failed || report.at === null)
    return verdict('ACT', 'serverBackupFailed', { text: report.message ?? '' })
  const state = lateBy(facts, report.at, FULL)
  return verdict(state, state === 'OK' ? 'serverBackup' : 'serverBackupLate', { at: report.at })
}
