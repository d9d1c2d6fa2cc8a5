import { sql } from 'kysely'
import type { PaymentFile, PaymentLine } from '../../../shared/contract/payments.ts'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'
import { checkFile } from './check-file.ts'

/** Takes a file as it was shown; read and checked anew, because what it says is no more than what was sent. */
export const beginPayments: UseCase<'payments', 'begin'> = async (input, { db }) => {
  const { key, accountId, fileName, description, payments, total, fee } = input
  const checked = await checkFile(db, input)
  if (!checked.ok) return checked
  const { faults, lines, format, messageId, fileHash, ...sums } = checked.value
  if (faults.length > 0) return fail('PAYMENT_FILE_FAULTY')
  if (sums.payments !== payments || sums.total !== total || sums.fee !== fee) return fail('CHANGED_MEANWHILE')
  const { rows } = await sql<{
    file: PaymentFile
  }>`SELECT begin_payments(${key}, ${accountId}, ${fileName}, ${format}, ${Buffer.from(fileHash, 'hex')}, ${messageId}, ${description},
    ${payments}, ${total}::numeric, ${JSON.stringify(lines.map(storedLine))}::jsonb) AS file`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('The ledger answered nothing of a file that it took')
  return ok(row.file)
}

const storedLine = ({ line, account, amount, name, reference, problem }: PaymentLine) => ({
  line,
  account,
  amount,
  name,
  reference,
  refusal: problem?.code ?? null,
  facts: problem?.details ?? null,
})
