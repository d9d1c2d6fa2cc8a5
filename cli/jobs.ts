import type { Kysely } from 'kysely'
import type { Job, JobRun } from '../shared/contract/jobs.ts'
import { KeptSettings } from '../electron/backup/backup-settings.ts'
import { beforeSetUp } from '../electron/backup/backup-jobs.ts'
import { isSetUp } from '../electron/backup/due.ts'
import { createDb, createPool } from '../electron/db/pool.ts'
import type { DB } from '../electron/db/tables.ts'
import { readJobs, readRuns } from '../electron/jobs/read-jobs.ts'
import { answer, type Command, EXIT, type ExitCode, type Surroundings } from './command.ts'
import { sentenceOf } from './faults.ts'
import { asTable } from './as-table.ts'
import { reachDatabase } from './reach-database.ts'
import { runDueJobs } from './run-due-jobs.ts'

const HISTORY = 50

type Form = (db: Kysely<DB>, name: string | null, around: Surroundings) => Promise<ExitCode>

/** `corex jobs`: what runs by itself, for the scheduler of a server and for people. */
export const jobs: Command = {
  summary: 'Runs what is due, and says how the jobs stand',
  usage: [
    'jobs list              every job: its last run, its next one',
    'jobs run [NAME]        runs what is due, or that job if it is; fails where a run fails',
    'jobs history [NAME]    the latest runs',
  ],
  run: async ([word, name, ...more], around) => {
    const form = FORMS[word ?? '']
    if (form === undefined || more.length > 0 || (word === 'list' && name !== undefined)) {
      around.say('There is no such form: corex jobs --help')
      return EXIT.usage
    }
    return withDatabase(around, (db) => ofKnownJob(form, db, name ?? null, around))
  },
}

async function withDatabase(
  around: Surroundings,
  work: (db: Kysely<DB>) => Promise<ExitCode>,
): Promise<ExitCode> {
  const reached = await reachDatabase(around.target)
  if (!reached.ok) {
    around.say(sentenceOf(reached.error))
    return EXIT.database
  }
  const db = createDb(createPool(reached.value.connection, null))
  try {
    return await work(db)
  } finally {
    await db.destroy()
    await reached.value.close()
  }
}

async function ofKnownJob(
  form: Form,
  db: Kysely<DB>,
  name: string | null,
  around: Surroundings,
): Promise<ExitCode> {
  const known = await readJobs(db)
  const job = known.find((one) => one.name === name)
  if (form === run && job?.outside === true) {
    around.say(
      `${job.name} is run by the application that keeps the server open; corex backup takes a full backup now.`,
    )
    return EXIT.usage
  }
  if (name === null || job !== undefined) return form(db, name, around)
  around.say(`There is no job ${name}. There are: ${known.map((one) => one.name).join(', ')}`)
  return EXIT.usage
}

const list: Form = async (db, _, around) => {
  const known = await readJobs(db)
  const settings = await new KeptSettings(around.target.settingsFolder).read()
  // A server of the bank's own has no job that the settings of this computer are about.
  const all = isSetUp(settings) ? known : beforeSetUp(known)
  answer(around, { jobs: all }, () =>
    asTable(
      ['JOB', 'STATE', 'LAST RUN', 'RESULT', 'NEXT RUN'],
      all.map((job) => [job.name, job.state, job.last?.startedAt ?? '', job.last?.status ?? '', nextOf(job)]),
    ),
  )
  return EXIT.done
}

const nextOf = ({ state, nextAt }: Job): string =>
  state === 'DUE' || state === 'OVERDUE' || state === 'RUNNING' ? 'now' : (nextAt ?? '')

const history: Form = async (db, name, around) => {
  const runs = await readRuns(db, name, HISTORY)
  answer(around, { runs }, () => asTable(HEADS, runs.map(rowOf)))
  return EXIT.done
}

const run: Form = async (db, name, around) => {
  const runs = await runDueJobs(db, name, around)
  answer(around, { runs }, () => (runs.length === 0 ? ['Nothing is due.'] : asTable(HEADS, runs.map(rowOf))))
  if (around.signal.aborted) return EXIT.stopped
  return runs.some(({ status }) => status === 'FAILED') ? EXIT.failed : EXIT.done
}

const HEADS = ['JOB', 'BEGUN', 'ATTEMPT', 'RESULT', 'DONE', 'WORKSTATION', 'ERROR']
const rowOf = ({ job, startedAt, attempt, status, done, workstation, error }: JobRun): string[] => [
  job,
  startedAt,
  String(attempt),
  status,
  String(done),
  workstation,
  error ?? '',
]

const FORMS: Readonly<Record<string, Form>> = { list, history, run }
