import { randomUUID } from 'node:crypto'
import type { ZodError } from 'zod'
import { type CallFailure, type CallName, contract, type Envelope } from '../../shared/contract.ts'
import type { Operation } from '../../shared/contract/define.ts'
import { ANY_CALL_ERRORS, type AnyCallError, type ErrorCode } from '../../shared/error-codes.ts'
import type { Result } from '../../shared/result.ts'
import { faultOf } from '../db/fault.ts'
import { refusalOf } from '../db/refusal.ts'
import type { SessionContext, Workplace } from '../workplace.ts'
import { handlers } from './handlers.ts'

/**
 * The handler table for a name that is known only at run time. Methods compare their parameters in both directions, which
 * is what is wanted here: `authorise` and the input's schema have just made sure of what the types cannot follow.
 */
type Table = {
  readonly [N in CallName]: {
    answer(input: unknown, context: Workplace | SessionContext): Promise<Result<unknown, ErrorCode>>
  }['answer']
}
const table: Table = handlers

/**
 * The one way into every use case: parse the input, authorise, run, parse the output, answer with an envelope.
 * Never throws. What was not foreseen becomes INTERNAL with a reference that finds it in the log.
 */
export async function dispatch<N extends CallName>(
  workplace: Workplace,
  name: N,
  rawInput: unknown,
): Promise<Envelope<N>>
export async function dispatch(
  workplace: Workplace,
  name: string,
  rawInput: unknown,
): Promise<Envelope<CallName>>
export async function dispatch(workplace: Workplace, name: string, rawInput: unknown) {
  if (!isCallName(name))
    return failure({ code: 'VALIDATION', fields: [{ path: '', message: 'No such call' }] })
  const operation: Operation = contract[name]
  const input = operation.input.safeParse(rawInput)
  if (!input.success) return failure({ code: 'VALIDATION', fields: fieldsOf(input.error) })
  const refused = authorise(workplace, operation)
  if (refused !== null) return failure({ code: refused })
  const context = operation.roles === 'anyone' ? workplace : sessionContext(workplace)
  try {
    const result = await table[name](input.data, context)
    return result.ok ? { ok: true, value: operation.output.parse(result.value) } : failure(result.error)
  } catch (error) {
    return failure(explain(workplace, name, operation, error, context))
  }
}

const isCallName = (name: string): name is CallName => Object.hasOwn(contract, name)

const failure = (error: CallFailure<ErrorCode>) => ({ ok: false as const, error })

const fieldsOf = (error: ZodError) =>
  error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))

function authorise(workplace: Workplace, { roles }: Operation): AnyCallError | null {
  if (roles === 'anyone') return null
  const { session, locked } = workplace
  if (session === null) return 'NOT_SIGNED_IN'
  if (locked) return 'SESSION_LOCKED'
  if (roles === 'temporary') return null
  if (session.mustChangePassword) return 'PASSWORD_CHANGE_REQUIRED'
  return roles === 'signed-in' || roles.includes(session.user.role) ? null : 'FORBIDDEN'
}

function sessionContext(workplace: Workplace): SessionContext {
  if (workplace.session === null) throw new Error('Authorised without a session')
  return { ...workplace.session, workplace }
}

/** A refusal by name that this call declares, a server out of reach, a session that ended under it, or else a bug for the log. */
function explain(
  workplace: Workplace,
  name: string,
  operation: Operation,
  error: unknown,
  context: Workplace | SessionContext,
): CallFailure<ErrorCode> {
  const refusal = refusalOf(error)
  if (refusal !== null && isExpected(operation, refusal.code)) {
    // The database ended the session (time, an administrator): the window has to ask how far this workstation is.
    if (refusal.code === 'NOT_SIGNED_IN') workplace.emit('session.changed', {})
    return refusal
  }
  if (faultOf(error)?.code === 'SERVER_UNREACHABLE') {
    workplace.database?.lookNow()
    return { code: 'SERVER_UNREACHABLE' }
  }
  if ('db' in context && context.db !== workplace.session?.db) return { code: 'NOT_SIGNED_IN' }
  const logReference = randomUUID().slice(0, 8)
  workplace.options.log(
    `[${logReference}] ${name} failed: ${error instanceof Error ? error.stack : String(error)}`,
  )
  return { code: 'INTERNAL', logReference }
}

const isExpected = (operation: Operation, code: ErrorCode) =>
  [...ANY_CALL_ERRORS, ...operation.errors].some((known) => known === code)
