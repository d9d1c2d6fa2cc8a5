import { type Kysely, sql } from 'kysely'
import type { OutcomeLine, PaymentFile } from '../../../shared/contract/payments.ts'
import { ok } from '../../../shared/result.ts'
import { retryCollisions } from '../../db/in-transaction.ts'
import type { DB } from '../../db/tables.ts'
import type { UseCase } from '../../workplace.ts'

/** So many lines in one call take some tenths of a second, and keep nobody waiting for longer. */
const LINES_AT_A_TIME = 500

type Row = { readonly file: PaymentFile }

/** The file of an answer, which there always is. */
function fileOf(rows: readonly Row[]): PaymentFile {
  const [row] = rows
  if (row === undefined) throw new Error('The ledger answered nothing of a file of payments')
  return row.file
}

/** Posts the next lines of a file. */
export const goOn: UseCase<'payments', 'goOn'> = async ({ id }, { db }) => {
  const step = sql<Row>`SELECT advance_payments(${id}, ${LINES_AT_A_TIME}) AS file`
  const { rows } = await retryCollisions(() => step.execute(db))
  return ok(fileOf(rows))
}

/** Posts nothing more of a file. */
export const cancelPayments: UseCase<'payments', 'cancel'> = async ({ id }, { db }) => {
  const { rows } = await sql<Row>`SELECT cancel_payments(${id}) AS file`.execute(db)
  return ok(fileOf(rows))
}

/** The last files of the branch. */
export const listPayments: UseCase<'payments', 'list'> = async (_, { db }) => {
  const { rows } = await sql<{ files: PaymentFile[] }>`SELECT list_payments() AS files`.execute(db)
  return ok({ files: rows[0]?.files ?? [] })
}

/** A file and its lines. */
export const readPayments: UseCase<'payments', 'read'> = async ({ id }, { db }) => {
  const { file, lines } = await paymentsOf(db, id)
  return ok({ file, lines: [...lines] })
}

type Payments = { readonly file: PaymentFile; readonly lines: readonly OutcomeLine[] }

export async function paymentsOf(db: Kysely<DB>, id: string): Promise<Payments> {
  const { rows } = await sql<{ found: Payments }>`SELECT read_payments(${id}) AS found`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('The ledger answered nothing of a file of payments')
  return row.found
}
