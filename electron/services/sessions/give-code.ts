import { sql } from 'kysely'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import type { SessionContext, UseCase } from '../../workplace.ts'
import { factorKey } from './factor-key.ts'
import { viewOf } from './session-view.ts'
import { DocumentKeyMissing } from './vault.ts'

const ofDevice = (code: string) => /^\d{6}$/.test(code.replaceAll(/[\s-]/g, ''))

/** A recovery code needs no key: it also lets in somebody whose password opens none. */
const keyFor = (code: string, context: SessionContext): Promise<Buffer | null> =>
  factorKey(context).catch((error: unknown) => {
    if (error instanceof DocumentKeyMissing && !ofDevice(code)) return null
    throw error
  })

/** Gives a code by two statements, each its own transaction, as a password: a wrong one is on record before anybody is told. */
export const giveCode: UseCase<'sessions', 'giveCode'> = async ({ code }, context) => {
  const { db, workplace } = context
  const key = await keyFor(code, context)
  const begun = await sql<{ ticket: string }>`SELECT begin_code(${code}, ${key}) AS ticket`.execute(db)
  const { rows } = await sql<{
    right: boolean
  }>`SELECT finish_code(${begun.rows[0]?.ticket}) AS "right"`.execute(db)
  if (rows[0]?.right !== true) return fail('CODE_REFUSED')
  if (workplace.session?.db === db) workplace.session = { ...workplace.session, awaits: null }
  if (context.awaits !== null) workplace.emit('session.changed', {})
  return ok(await viewOf(workplace))
}

/** Since when one has a device, and how many recovery codes are left. */
export const readFactor: UseCase<'sessions', 'readFactor'> = async (_, { db }) => {
  const { rows } = await sql<{
    since: string
    codes_left: number
  }>`SELECT * FROM own_factor()`.execute(db)
  return ok({ since: rows[0]?.since ?? null, recoveryCodesLeft: rows[0]?.codes_left ?? 0 })
}
