import { backupFaultOf } from './backup-fault.ts'
import type { Backups } from './backups.ts'

/** A little after the start, when people have signed in, and then every hour. */
const FIRST_MS = 60_000
const EVERY_MS = 3600_000

const NO_STEPS = () => {}

/**
 * Takes the full backups and runs the drills that are due, of the one program that supervises the embedded server: no other one can be at work on it. Answers what
 * looks at once whether something is due, and what ends it.
 */
export function keepRoutine(backups: Backups, log: (line: string) => void) {
  const ended = new AbortController()
  const look = async () => {
    try {
      await backups.takeDueBackup(NO_STEPS, ended.signal)
      await backups.runDueDrill(NO_STEPS, ended.signal)
    } catch (error) {
      const fault = backupFaultOf(error)
      if (fault === null || !QUIET.has(fault.code))
        log(`What was due of the backups failed: ${String(error)}`)
    }
  }
  const lookNow = () => void look()
  const first = setTimeout(lookNow, FIRST_MS).unref()
  const every = setInterval(lookNow, EVERY_MS).unref()
  const end = () => {
    ended.abort()
    clearTimeout(first)
    clearInterval(every)
  }
  return { lookNow, end }
}

/** No server runs, another piece of work does, or a person ended it: the next look comes by itself. */
const QUIET = new Set(['BUSY', 'CANCELLED', 'SERVER_GONE'])
