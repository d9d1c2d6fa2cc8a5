import { randomUUID } from 'node:crypto'
import { NoResultError } from 'kysely'
import type { ZodError } from 'zod'
import { type CallName, contract, type Envelope } from '../../shared/contract.ts'
import type { Operation } from '../../shared/contract/define.ts'
import { mayCall } from '../../shared/contract/may-call.ts'
import { type AnyCallError, type CallFailure, type ErrorCode, isAnyCallError } from '../../shared/errors.ts'
import { ok, type Result } from '../../shared/result.ts'
import { faultOf } from '../db/fault.ts'
import { metItsOwnKey, refusalOf } from '../db/refusal.ts'
import { ServerSilent, StandbySilent } from '../db/server-silent.ts'
import { LettersMissing } from '../print/fonts/open-letters.ts'
import { keepIntent } from '../services/intents/keep-intent.ts'
import { endLostSession, isAccepted } from '../services/sessions/open-session.ts'
import { DocumentKeyMissing } from '../services/sessions/vault.ts'
import type { SessionContext, Workplace } from '../workplace.ts'
import { WorkCancelled } from '../under-way.ts'
import { handlers } from './handlers.ts'
import { unlessSilent } from './unless-silent.ts'

/**
 * The handler table for a name that is known only at run time. Method parameters are compared in both directions, which
 * is needed here: `authorise` and the input's schema have already checked what the types cannot express.
 */
type Table = {
  readonly [N in CallName]: {
    answer(input: unknown, context: Workplace | SessionContext): Promise<Result<unknown, ErrorCode>>
  }['answer']
}
const table: Table = handlers

/**
 * The only way to a use case: parses the input, authorises, notes on the disk what moves money, runs, parses the output, answers with an
 * envelope.
 * Never throws. An unforeseen error becomes INTERNAL with a reference to the log. `page` is the load of the page that asks.
 */
export async function dispatch<N extends CallName>(
  workplace: Workplace,
  name: N,
  rawInput: unknown,
  page?: string,
): Promise<Envelope<N>>
export async function dispatch(
  workplace: Workplace,
  name: string,
  rawInput: unknown,
  page?: string,
): Promise<Envelope<CallName>>
export async function dispatch(workplace: Workplace, name: string, rawInput: unknown, page = '') {
  if (!isCallName(name))
    return refused({ code: 'VALIDATION', fields: [{ path: '', message: 'No such call' }] })
  const operation: Operation = contract[name]
  const input = operation.input.safeParse(rawInput)
  if (!input.success) return refused({ code: 'VALIDATION', fields: fieldsOf(input.error) })
  const denied = authorise(workplace, name)
  if (denied !== null) return refused({ code: denied })
  const context = operation.roles === 'anyone' ? workplace : sessionContext(workplace)
  try {
    const words = operation.moves?.(input.data)
    const kept = words === undefined ? ok(undefined) : await keepIntent(workplace, words, input.data, page)
    if (!kept.ok) return refused(kept.error)
    const begun = performance.now()
    const result = await answerOnce(() =>
      unlessSilent(workplace, operation.kind === 'command', table[name](input.data, context)),
    )
    workplace.callTimes.note(name, performance.now() - begun)
    return result.ok ? { ok: true, value: operation.output.parse(result.value) } : refused(result.error)
  } catch (error) {
    return refused(await explain(workplace, name, operation, error, context))
  }
}

/** A command that is sent again while the first is still under way is answered as the first is: by what that one has committed. */
async function answerOnce<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (metItsOwnKey(error)) return ask()
    throw error
  }
}

const isCallName = (name: string): name is CallName => Object.hasOwn(contract, name)

const refused = (error: CallFailure<ErrorCode>) => ({ ok: false as const, error })

const fieldsOf = (error: ZodError) =>
  error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))

function authorise(workplace: Workplace, name: CallName): AnyCallError | null {
  const { roles }: Operation = contract[name]
  if (roles === 'anyone') return null
  const { session, locked } = workplace
  if (session === null) return 'NOT_SIGNED_IN'
  if (locked) return 'SESSION_LOCKED'
  if (roles === 'temporary') return null
  if (session.awaits === 'CODE') return 'SECOND_FACTOR_NEEDED'
  if (session.mustChangePassword) return 'PASSWORD_CHANGE_REQUIRED'
  if (session.awaits === 'ENROLMENT') return 'SECOND_FACTOR_NEEDED'
  return mayCall(session.user.role, name) ? null : 'FORBIDDEN'
}

function sessionContext(workplace: Workplace): SessionContext {
  if (workplace.session === null) throw new Error('Authorised without a session')
  return { ...workplace.session, workplace }
}

/** The server is gone, or another one took over: the watch looks for it. */
const LOST = new Set<string | undefined>(['SERVER_UNREACHABLE', 'SERVER_STANDBY', 'SERVER_BEHIND'])

/** The server lets nobody in as it did at the start: another password or certificate, another server, no database. */
const SHUT = new Set<string | undefined>([
  'AUTHENTICATION_FAILED',
  'DATABASE_MISSING',
  'POOLER_REFUSED',
  'SCRAM_REQUIRED',
  'SERVER_CHANGED',
  'SERVER_NOT_PROVEN',
  'TLS_FAILED',
  'TLS_REQUIRED',
])

/** What an error means: a declared refusal, an unreachable server, a session that ended meanwhile, or else a bug, which is logged. */
async function explain(
  workplace: Workplace,
  name: string,
  operation: Operation,
  error: unknown,
  context: Workplace | SessionContext,
): Promise<CallFailure<ErrorCode>> {
  const refusal = refusalOf(error)
  if (refusal !== null && isExpected(operation, refusal.code)) {
    // Ended here too, so that nothing more is asked with the session and the window says why it ended.
    if (refusal.code === 'NOT_SIGNED_IN' && 'db' in context) await endLostSession(workplace, context.db)
    return refusal
  }
  if (error instanceof WorkCancelled) return { code: 'WORK_CANCELLED' }
  if (error instanceof LettersMissing) return lettersMissing(error)
  if (error instanceof DocumentKeyMissing) return { code: 'DOCUMENT_KEY_MISSING' }
  if (faultOf(error)?.code === 'WORKSTATION_REVOKED') {
    workplace.database?.lookNow()
    return { code: 'WORKSTATION_REVOKED' }
  }
  const fault = faultOf(error)?.code
  if (error instanceof ServerSilent || LOST.has(fault) || SHUT.has(fault)) {
    if (SHUT.has(fault)) workplace.options.log(`${name} got no connection to the server: ${fault}`)
    workplace.database?.lookNow()
    return { code: 'SERVER_UNREACHABLE' }
  }
  if (error instanceof StandbySilent) return { code: 'STANDBY_SILENT' }
  if ('db' in context && (await hasEnded(workplace, context, error))) return { code: 'NOT_SIGNED_IN' }
  const logReference = randomUUID().slice(0, 8)
  workplace.options.log(
    `[${logReference}] ${name} failed: ${error instanceof Error ? error.stack : String(error)}`,
  )
  return { code: 'INTERNAL', logReference }
}

const lettersMissing = ({ letters, scripts }: LettersMissing): CallFailure<ErrorCode> => ({
  code: 'LETTERS_MISSING',
  details: { letters, scripts: scripts.join(), system: process.platform },
})

/** Whether the session has: another is in its place, or the row that each has was not there, because the database no longer shows it any. */
async function hasEnded(workplace: Workplace, { db }: SessionContext, error: unknown): Promise<boolean> {
  if (error instanceof NoResultError && !(await isAccepted(db).catch(() => true)))
    await endLostSession(workplace, db)
  return db !== workplace.session?.db
}

const isExpected = (operation: Operation, code: ErrorCode) =>
  isAnyCallError(code) || operation.errors.some((declared) => declared === code)
