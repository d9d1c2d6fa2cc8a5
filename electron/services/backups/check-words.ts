import { sql } from 'kysely'
import { ok, type Result } from '../../../shared/result.ts'
import { secretOf } from '../../../shared/rules/sheet-lines.ts'
import { isOfSheet } from '../../sheet-key.ts'
import type { UseCase } from '../../workplace.ts'
import { refused } from './refused.ts'

/** The secret of typed words. */
export function secretFrom(lines: readonly string[]): Result<Buffer, 'BACKUP_REFUSED'> {
  const secret = secretOf(lines)
  return typeof secret === 'number'
    ? refused('LINE_WRONG', { line: String(secret) })
    : ok(Buffer.from(secret))
}

type Sheet = { number: number; wrapped_key: Buffer }

/** Takes the words of the valid sheet for the backups, also of one that was printed before there were any. */
export const checkWords: UseCase<'backups', 'checkWords'> = async ({ lines }, { db, workplace }) => {
  const secret = secretFrom(lines)
  if (!secret.ok) return secret
  const { rows } = await sql<Sheet>`SELECT number, wrapped_key FROM valid_sheet()`.execute(db)
  const [sheet] = rows
  if (sheet === undefined) return refused('NOT_SET_UP')
  if (!isOfSheet(sheet.wrapped_key, secret.value)) return refused('WORDS_OTHER')
  await workplace.backups.useSheet(secret.value)
  secret.value.fill(0)
  await sql`SELECT note_sheet_checked(${sheet.number})`.execute(db)
  return ok({ number: sheet.number })
}
