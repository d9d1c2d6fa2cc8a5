import { randomBytes, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import { linesOf, NO_LINE, secretOf } from '../../../shared/rules/sheet-lines.ts'
import { wrapForSheet } from '../../sheet-key.ts'
import type { UseCase } from '../../workplace.ts'
import { keyInUse, withVaultKeys } from '../sessions/vault.ts'
import { readState } from './read-keys.ts'

/** Makes a sheet, which the window shows and prints without a file. Its secret stays in memory until it was read back, or the session ends. */
export const makeSheet: UseCase<'keys', 'makeSheet'> = async ({ approvalId }, context) => {
  const { db, vault } = context
  const { firstSheet, newSheet, nextSheet } = await readState(db)
  const isApproved = newSheet?.approved === true && newSheet.approvalId === approvalId
  if (!isApproved && !(firstSheet && approvalId === null)) return fail('KEY_CHANGE_NOT_APPROVED')
  const secret = randomBytes(32)
  vault.sheet?.secret.fill(0)
  vault.sheet = { secret, approvalId }
  return ok({ number: nextSheet, lines: linesOf(secret) })
}

/** Puts it in force when every line was typed as it was printed. */
export const keepSheet: UseCase<'keys', 'keepSheet'> = async ({ lines }, context) => {
  const { db, vault, workplace } = context
  const { sheet } = vault
  if (sheet === undefined) return fail('SHEET_NOT_MADE')
  const typed = secretOf(lines)
  if (typed === NO_LINE) return fail('SHEET_OTHER')
  if (typeof typed === 'number') return fail('SHEET_LINE_WRONG', { line: String(typed) })
  if (!timingSafeEqual(typed, sheet.secret)) return fail('SHEET_OTHER')
  const number = await withVaultKeys(context, async (keys) => {
    const wrapped = wrapForSheet(keyInUse(keys), sheet.secret)
    const kept = await sql<{
      number: number
    }>`SELECT keep_recovery_sheet(${sheet.approvalId}, ${wrapped}) AS number`.execute(db)
    return kept.rows[0]?.number ?? 0
  })
  // The sheet is in force also where its words are not taken for the backups: those say that they have none, and ask for them.
  await workplace.backups
    .useSheet(sheet.secret)
    .catch((error: unknown) => workplace.options.log(`Backups do not know the new sheet: ${String(error)}`))
  sheet.secret.fill(0)
  delete vault.sheet
  return ok({ number })
}
