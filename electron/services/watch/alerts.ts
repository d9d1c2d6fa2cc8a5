import { sql } from 'kysely'
import type { AlertRow, AlertView } from '../../../shared/contract/alert-views.ts'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import { retryCollisions } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'

/** The alerts of all branches that wait, or the latest that are decided. */
export const listAlerts: UseCase<'watch', 'listAlerts'> = async ({ open }, { db }) => {
  const { rows } = await sql<{ alerts: AlertRow[] }>`SELECT list_cash_alerts(${open}) AS alerts`.execute(db)
  return ok({ alerts: rows[0]?.alerts ?? [] })
}

export const readAlert: UseCase<'watch', 'readAlert'> = async ({ alertId }, { db }) => {
  const { rows } = await sql<{
    alert: AlertView | null
  }>`SELECT read_cash_alert(${alertId}) AS alert`.execute(db)
  const alert = rows[0]?.alert ?? null
  return alert === null ? fail('ALERT_NOT_FOUND') : ok(alert)
}

/** Decides on what was shown, once. */
export const decideAlert: UseCase<'watch', 'decideAlert'> = async (input, { db }) => {
  const { alertId, version, report, reason } = input
  await retryCollisions(() =>
    sql`SELECT decide_cash_alert(${alertId}, ${version}, ${report}, ${reason})`.execute(db),
  )
  return ok({})
}
