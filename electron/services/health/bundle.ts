import { arch, platform, release } from 'node:os'
import type { HealthRow } from '../../../shared/contract/health.ts'
import type { Job, JobRun } from '../../../shared/contract/jobs.ts'
import { BUILD } from '../../build.ts'
import type { CallTime } from '../../call-times.ts'
import { isCallName, isKnownWord, isSqlState, isVersion, knownWordsIn } from './known-words.ts'
import { redactLog } from './redact-log.ts'

/** A setting of the server that is not as it comes. */
export type ServerSetting = { readonly name: string; readonly value: string; readonly kind: string }

/** What a bundle is made of. Null is what could not be read. */
export type Support = {
  readonly at: string
  readonly database: 'embedded' | 'server' | null
  /** Why there is no database. */
  readonly fault: string | null
  readonly isTls: boolean | null
  readonly backups: { readonly isSetUp: boolean; readonly keepDays: number } | null
  readonly schema: string | null
  readonly rows: readonly HealthRow[]
  readonly calls: readonly CallTime[]
  readonly jobs: readonly Job[]
  readonly runs: readonly JobRun[]
  readonly settings: readonly ServerSetting[]
  readonly log: string
}

/** The files of a support bundle: each fact of a kind that is allowed, and nothing of any other. */
export function filesOf(support: Support): Readonly<Record<string, string>> {
  return {
    'about.json': json(aboutOf(support)),
    'health.json': json(support.rows.map(rowOf)),
    'calls.json': json(support.calls.filter(({ name }) => isCallName(name))),
    'jobs.json': json({ jobs: support.jobs.map(jobOf), runs: support.runs.map(runOf) }),
    'postgresql.json': json(support.settings.filter(isHarmless)),
    'corex-teller.log': redactLog(support.log),
  }
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const aboutOf = ({ at, database, fault, isTls, backups, schema }: Support) => ({
  at,
  build: BUILD,
  node: process.versions.node,
  electron: process.versions['electron'] ?? null,
  system: `${platform()} ${release()} ${arch()}`,
  database,
  fault: fault !== null && isKnownWord(fault) ? fault : null,
  isTls,
  backups,
  schema,
})

/** Their text is a version, a build or a call; of all others it may name a person's folder or machine. */
const rowOf = ({ name, state, says, facts: { text, names, wanted, ...numbers } }: HealthRow) => ({
  name,
  state,
  says,
  facts: {
    ...numbers,
    ...(text !== undefined && (isVersion(text) || isCallName(text)) ? { text } : {}),
    ...(wanted !== undefined && isVersion(wanted) ? { wanted } : {}),
    ...(names === undefined ? {} : { names: name === 'WORKSTATIONS' ? names.filter(isVersion) : names }),
  },
})

const jobOf = (job: Job) => onlyThese(job, ['name', 'state', 'nextAt', 'askedAt', 'retryAt', 'lastDoneAt'])

/** Without where it ran and what the error was about. */
const runOf = (run: JobRun) => ({
  ...onlyThese(run, [
    'job',
    'period',
    'attempt',
    'skipped',
    'status',
    'done',
    'total',
    'startedAt',
    'endedAt',
  ]),
  error: run.error === null ? null : codesOf(run.error),
})

const onlyThese = <T, K extends keyof T & string>(of: T, names: readonly K[]) =>
  Object.fromEntries(names.map((name) => [name, of[name]]))

const codesOf = (error: string): string[] => {
  const [first = ''] = error.split(' ')
  return [...(isSqlState(first) ? [first] : []), ...knownWordsIn(error)]
}

/** Numbers, switches and choices of a list; a text may be a path, an address, a command or a password. */
const isHarmless = ({ kind }: ServerSetting): boolean => ['bool', 'integer', 'real', 'enum'].includes(kind)
