import type { FileFault, LineProblem, PaymentPreview } from '../../../shared/contract/payments.ts'
import { readAccountNumber } from '../../../shared/check-digit.ts'
import type { FailureDetails } from '../../../shared/result.ts'
import type { NumberFormat } from '../../../shared/number-format.ts'

/** What a file is read by: the account that pays, and the day and the number format of the branch. */
export type PaymentSource = {
  readonly accountNumber: string
  readonly currency: string
  readonly businessDate: string
  readonly numberFormat: NumberFormat
}

/** A payment as a file has it. */
export type ReadLine = {
  readonly line: number
  /** The digits of an account number where it is one, otherwise what stands there. */
  readonly account: string
  readonly name: string
  /** A plain decimal in the currency of the account that pays; null where it cannot be read. */
  readonly amount: string | null
  readonly reference: string
  readonly problem: LineProblem | null
}

export type ReadPayments = Pick<PaymentPreview, 'format' | 'separator' | 'messageId'> & {
  readonly faults: readonly FileFault[]
  readonly lines: readonly ReadLine[]
}

export const fault = (name: FileFault['fault'], text = ''): FileFault => ({ fault: name, text })

export const problem = (code: string, details: FailureDetails = {}): LineProblem => ({ code, details })

/** The account of a line: its digits, or what is wrong with what stands there. */
export function readPayee(typed: string): { readonly account: string; readonly problem: LineProblem | null } {
  const compact = typed.replace(/[\s-]/g, '').toUpperCase()
  const account = readAccountNumber(compact)
  if (account !== null) return { account, problem: null }
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(compact))
    return { account: typed, problem: problem(typed === '' ? 'ACCOUNT_MISSING' : 'ACCOUNT_NUMBER_INVALID') }
  return { account: compact, problem: problem(hasIbanCheck(compact) ? 'IBAN_ELSEWHERE' : 'IBAN_WRONG') }
}

/** ISO 7064, MOD 97-10, as ISO 13616 has it for an IBAN. */
const hasIbanCheck = (iban: string): boolean =>
  BigInt(
    `${iban.slice(4)}${iban.slice(0, 4)}`.replace(/[A-Z]/g, (letter) => String(Number.parseInt(letter, 36))),
  ) %
    97n ===
  1n
