import { setTimeout as wait } from 'node:timers/promises'
import { MAX_FILE_BYTES } from '../../../shared/rules/uploaded-file.ts'
import type { Result } from '../../../shared/result.ts'
import type { ScanLimits } from '../scanner.ts'
import { resourceOf } from './address.ts'
import { ask, type AskError, type ScannerAnswer } from './ask.ts'
import type { Peer } from './connect.ts'

/** What a scanner says about itself has a few thousand bytes. */
const MOST_WORDS = 262_144

type Answered = Promise<Result<ScannerAnswer, AskError>>

/** The questions that a scanner is asked for one scan, until `signal` ends them. */
export type Talk = {
  readonly peer: Peer
  readonly limits: ScanLimits
  readonly signal: AbortSignal
  readonly read: (resource: 'ScannerCapabilities' | 'ScannerStatus') => Answered
  readonly begin: (settings: string) => Answered
  readonly page: (job: URL) => Answered
  /** Ends a job, also after `signal`; what comes of it is not waited for longer than an answer may take. */
  readonly end: (job: URL) => Promise<void>
  /** Between two questions; at once when `signal` ends them. */
  readonly pause: () => Promise<void>
}

export function talkTo(peer: Peer, limits: ScanLimits, signal: AbortSignal): Talk {
  const common = { connect: limits.connect, within: limits.answer, most: MOST_WORDS, signal }
  const { base } = peer
  return {
    peer,
    limits,
    signal,
    read: (resource) => ask(peer, { ...common, method: 'GET', url: resourceOf(base, resource) }),
    begin: (body) => ask(peer, { ...common, method: 'POST', url: resourceOf(base, 'ScanJobs'), body }),
    page: (job) =>
      ask(peer, {
        ...common,
        method: 'GET',
        url: resourceOf(job, 'NextDocument'),
        within: limits.page,
        most: MAX_FILE_BYTES,
      }),
    end: async (job) => {
      await ask(peer, { ...common, method: 'DELETE', url: job, signal: AbortSignal.timeout(limits.answer) })
    },
    pause: () => wait(limits.pause, undefined, { signal }).catch(() => {}),
  }
}

export const wordsOf = (answer: ScannerAnswer): string => Buffer.from(answer.body).toString('utf8')
