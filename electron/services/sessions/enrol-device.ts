import { base32 } from '@scure/base'
import { sql } from 'kysely'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'
import { drawQrCode } from './draw-qr-code.ts'
import { factorKey } from './factor-key.ts'
import { viewOf } from './session-view.ts'

/** As applications for codes show it: the bank's program, and who. */
const ISSUER = 'CoreX Teller'

/** A new secret for one's device, which the database makes. It is in force when `confirmEnrolment` has its first code. */
export const beginEnrolment: UseCase<'sessions', 'beginEnrolment'> = async ({ password }, context) => {
  const { db, user } = context
  const key = await factorKey(context)
  const begun =
    password === null
      ? null
      : await sql<{ ticket: string }>`SELECT begin_password_change(${password}) AS ticket`.execute(db)
  const { rows } = await sql<{
    secret: Buffer | null
  }>`SELECT begin_factor(${begun?.rows[0]?.ticket ?? null}, ${key}) AS secret`.execute(db)
  const secret = rows[0]?.secret ?? null
  if (secret === null) return fail('PASSWORD_WRONG')
  const text = base32.encode(secret)
  return ok({
    secret: text.replaceAll(/(.{4})(?=.)/g, '$1 '),
    picture: await drawQrCode(uriOf(text, user.username)),
  })
}

/** https://github.com/google/google-authenticator/wiki/Key-Uri-Format: SHA-1, six digits and thirty seconds are what it means without saying so. */
const uriOf = (secret: string, username: string) =>
  `otpauth://totp/${encodeURIComponent(`${ISSUER}:${username}`)}?secret=${secret}&issuer=${encodeURIComponent(ISSUER)}`

export const confirmEnrolment: UseCase<'sessions', 'confirmEnrolment'> = async ({ code }, context) => {
  const { rows } = await sql<{
    codes: string[] | null
  }>`SELECT confirm_factor(${code}, ${await factorKey(context)}) AS codes`.execute(context.db)
  const recoveryCodes = rows[0]?.codes ?? null
  return recoveryCodes === null ? fail('CODE_REFUSED') : ok({ recoveryCodes })
}

/** Until now the window showed the recovery codes, and the database waited for nothing any more. */
export const endEnrolment: UseCase<'sessions', 'endEnrolment'> = async (_, { db, workplace }) => {
  const { rows } = await sql<{ ready: boolean }>`SELECT current_branch_id() IS NOT NULL AS ready`.execute(db)
  if (workplace.session?.db === db && rows[0]?.ready === true) {
    workplace.session = { ...workplace.session, awaits: null }
    workplace.emit('session.changed', {})
  }
  return ok(await viewOf(workplace))
}
