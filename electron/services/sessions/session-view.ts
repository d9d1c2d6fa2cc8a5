import { hostname } from 'node:os'
import { sql } from 'kysely'
import type { SessionView } from '../../../shared/contract/sessions.ts'
import type { NumberFormat } from '../../../shared/number-format.ts'
import type { ActiveSession, Workplace } from '../../workplace.ts'
import { endLostSession } from './open-session.ts'

/** A workstation left alone at a counter is a risk after a few minutes. */
const IDLE_LOCK_SECONDS = 300

/** After how many seconds without a touch it locks: as the computer's policy says, or five minutes. */
export async function idleSeconds({ options }: Workplace): Promise<number> {
  const policy = await options.policy?.()
  return (policy?.ok === true ? policy.value?.idleSeconds : null) ?? IDLE_LOCK_SECONDS
}

/** The data of the window's frame: the stage of this workstation, and person, branch, till and business day. */
export async function viewOf(workplace: Workplace): Promise<SessionView> {
  const { session, database, fault, connected, locked, endedBecause } = workplace
  const frame = {
    user: session?.user ?? null,
    endedBecause,
    branch: null,
    till: null,
    workstation: workplace.options.workstationName || hostname(),
    serverConnected: connected,
    upgrade: workplace.upgrade,
    databaseFault: fault?.code ?? null,
    idleLockSeconds: await idleSeconds(workplace),
  }
  if (database === null || workplace.anonymousDb === null) return { ...frame, stage: 'no-database' }
  if (session !== null && locked) return { ...frame, stage: 'locked' }
  const held = session === null ? null : heldBack(session)
  if (held !== null) return { ...frame, stage: held }
  if (session !== null) {
    const shown = await branchAndTillOf(session)
    return shown === null ? endedMeanwhile(workplace, session) : { ...frame, stage: 'ready', ...shown }
  }
  const { rows } = await sql<Installation>`SELECT * FROM installation()`.execute(workplace.anonymousDb)
  const [found] = rows
  if (found?.branch_name == null) return { ...frame, stage: 'setup' }
  const { branch_name: name, ...branch } = found
  return { ...frame, stage: 'signed-out', branch: branchViewOf({ ...branch, name }) }
}

/** What its person has still to do before anything else, in this order. */
function heldBack({ awaits, mustChangePassword }: ActiveSession) {
  if (awaits === 'CODE') return 'must-give-code'
  if (mustChangePassword) return 'must-change-password'
  return awaits === 'ENROLMENT' ? 'must-enrol' : null
}

/** The database ended the session after this began, or another has taken its place: one that its person is unlocking is still locked. */
async function endedMeanwhile(workplace: Workplace, session: ActiveSession): Promise<SessionView> {
  await endLostSession(workplace, session.db)
  if (workplace.session === session) workplace.locked = true
  return viewOf(workplace)
}

type Installation = {
  branch_name: string | null
  currency: string
  time_zone: string
  number_format: NumberFormat
  weekend: number[]
  local_date: string
  business_date: string | null
  day_open: boolean
}

type OpenTill = NonNullable<SessionView['till']>

type BranchRow = Omit<Installation, 'branch_name'> & { readonly name: string }

const branchViewOf = ({ name, currency, ...row }: BranchRow) => ({
  name,
  currency,
  numberFormat: row.number_format,
  weekend: row.weekend,
  timeZone: row.time_zone,
  localDate: row.local_date,
  businessDate: row.business_date,
  dayOpen: row.day_open,
})

/** Null where the database no longer accepts the session. */
async function branchAndTillOf({ db }: ActiveSession) {
  const branch = await db
    .selectFrom('branches as b')
    .leftJoin('business_days as d', (join) =>
      join.onRef('d.branch_id', '=', 'b.id').on('d.closed_at', 'is', null),
    )
    .leftJoin(lastDay(db), (join) => join.onRef('last.branch_id', '=', 'b.id'))
    .where('b.id', '=', sql<string>`current_branch_id()`)
    .select([
      'b.name',
      'b.currency',
      'b.time_zone',
      'b.number_format',
      'b.weekend',
      'd.business_date as open_date',
      'last.business_date as last_date',
      sql<string>`local_date()`.as('local_date'),
    ])
    .executeTakeFirst()
  if (branch === undefined) return null
  const { rows } = await sql<OpenTill>`SELECT * FROM held_till()`.execute(db)
  return {
    branch: branchViewOf({
      ...branch,
      business_date: branch.open_date ?? branch.last_date,
      day_open: branch.open_date !== null,
    }),
    till: rows[0] ?? null,
  }
}

const lastDay = (db: ActiveSession['db']) =>
  db
    .selectFrom('business_days')
    .where('withdrawn_at', 'is', null)
    .select(({ fn }) => ['branch_id', fn.max('business_date').as('business_date')])
    .groupBy('branch_id')
    .as('last')
