import type { TFunction } from 'i18next'
import type { HealthRow, HealthRowName, HealthSays } from '../../../shared/contract/health.ts'
import type { DatabaseWarning } from '../../../shared/contract/database.ts'
import type { JobName } from '../../../shared/contract/jobs.ts'
import { contract, type CallName } from '../../../shared/contract.ts'
import type { Tone } from '../../components/status-badge.tsx'
import { health } from '../../i18n/en/health.ts'
import { jobs } from '../../i18n/en/jobs.ts'
import { sizeInWords } from '../../i18n/sizes.ts'

/** What a row says may name a job, a call or what happened to a backup, in the words of their own catalogue. */
export const CATALOGUES = ['health', 'backups', 'jobs', 'users', 'shell'] as const
type Translate = TFunction<typeof CATALOGUES>

export type Words = { readonly t: Translate; readonly time: (isoTime: string) => string }

export const TONES: Readonly<Record<HealthRow['state'], Tone>> = {
  OK: 'ok',
  LOOK: 'warn',
  ACT: 'bad',
  UNKNOWN: 'neutral',
}

const RANK: Readonly<Record<HealthRow['state'], number>> = { ACT: 0, LOOK: 1, UNKNOWN: 2, OK: 3 }

/** The gravest first; what is alike stays in its order. */
export const gravestFirst = (rows: readonly HealthRow[]): HealthRow[] =>
  rows.toSorted((a, b) => RANK[a.state] - RANK[b.state])

/** What somebody should see to; what is not known is shown on the page alone. */
export const toSeeTo = (rows: readonly HealthRow[]): HealthRow[] =>
  rows.filter(({ state }) => state === 'ACT' || state === 'LOOK')

const BACKUPS = { name: 'backups', path: '/backups', call: 'backups.read' } as const
const JOBS = { name: 'jobs', path: '/jobs', call: 'jobs.list' } as const
const BOOKS = { name: 'books', path: '/books', call: 'books.exportJournal' } as const
export type Place = typeof BACKUPS | typeof JOBS | typeof BOOKS

/** The screen that says more, for those who have it. */
export const PLACE_OF: Readonly<Partial<Record<HealthRowName, Place>>> = {
  SEALED: BACKUPS,
  FULL: JOBS,
  DRILL: JOBS,
  WORDS: BACKUPS,
  BOOKS,
  SUSPENSE: BOOKS,
  JOBS,
  PARTITIONS: JOBS,
}

/** The sentence of a row. */
export const sentenceOf = (row: HealthRow, words: Words): string =>
  words.t(`says.${row.says}`, factsOf(row, words))

const needsWork = (says: HealthSays): says is keyof typeof health.todo => says in health.todo

/** What to do about it; null where there is nothing to do. */
export const todoOf = (row: HealthRow, words: Words): string | null =>
  needsWork(row.says) ? words.t(`todo.${row.says}`, factsOf(row, words)) : null

function factsOf(row: HealthRow, { t, time }: Words) {
  const { at, bytes = 0, more = 0, limit = 0, days = 0, count = 0, ms = 0, wanted = '' } = row.facts
  return {
    days,
    count,
    limit,
    ms,
    wanted,
    when: at === undefined ? '' : time(at),
    size: sizeInWords(bytes),
    more: sizeInWords(more),
    limitSize: sizeInWords(limit),
    names: namesOf(row, t).join(', '),
    text: textOf(row, t),
  }
}

function textOf({ name, facts: { fault, text = '' } }: HealthRow, t: Translate): string {
  if (fault !== undefined) return t(`backups:faults.${fault}`, { about: text })
  return name === 'CALLS' ? nameOfCall(text, t) : text
}

const isJob = (name: string): name is JobName => name in jobs.names
const isWarning = (name: string): name is DatabaseWarning => name in health.settings

function namesOf({ name, facts: { names = [] } }: HealthRow, t: Translate): string[] {
  if (name === 'JOBS') return names.map((job) => (isJob(job) ? t(`jobs:names.${job}`) : job))
  if (name === 'SETTINGS') return names.map((word) => (isWarning(word) ? t(`settings.${word}`) : word))
  return names
}

const isCallName = (name: string): name is CallName => Object.hasOwn(contract, name)

/** What a call lets somebody do, in the words of the table of permissions. */
export const nameOfCall = (name: string, t: Translate): string =>
  isCallName(name) ? t(`users:call.${name}`) : name
