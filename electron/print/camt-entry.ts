import type { StatementLine } from '../../shared/contract/accounts.ts'
import { fromLedger, toDecimal } from '../../shared/money.ts'
import { describe } from './statement.ts'
import { element, textElement } from './xml.ts'

/** An amount is never negative: its direction stands beside it. */
export const amountElement = (text: string, currency: string): string => {
  const { minor } = fromLedger(text, currency)
  const amount = toDecimal({ minor: minor < 0n ? -minor : minor, currency })
  return `<Amt Ccy="${currency}">${amount}</Amt>`
}

export const direction = (side: StatementLine['side']): string =>
  element('CdtDbtInd', side === 'CREDIT' ? 'CRDT' : 'DBIT')

/** Domain, family and sub-family of ISO 20022's external code lists, for an entry that takes from the account or adds to it. */
const CODES: Readonly<
  Record<StatementLine['transactionType'], Readonly<Record<StatementLine['side'], Code>>>
> = {
  DEPOSIT: { CREDIT: ['PMNT', 'CNTR', 'CDPT'], DEBIT: ['PMNT', 'CNTR', 'CDPT'] },
  WITHDRAWAL: { CREDIT: ['PMNT', 'CNTR', 'CWDL'], DEBIT: ['PMNT', 'CNTR', 'CWDL'] },
  TRANSFER: { CREDIT: ['PMNT', 'RCDT', 'BOOK'], DEBIT: ['PMNT', 'ICDT', 'BOOK'] },
  FEE: { CREDIT: ['ACMT', 'MCOP', 'CHRG'], DEBIT: ['ACMT', 'MDOP', 'CHRG'] },
  INTEREST: { CREDIT: ['ACMT', 'MCOP', 'INTR'], DEBIT: ['ACMT', 'MDOP', 'INTR'] },
}
type Code = readonly [domain: string, family: string, subFamily: string]

function codeOf({ transactionType, side }: StatementLine): string {
  const [domain, family, subFamily] = CODES[transactionType][side]
  return element(
    'BkTxCd',
    element(
      'Domn',
      element('Cd', domain),
      element('Fmly', element('Cd', family), element('SubFmlyCd', subFamily)),
    ),
    element('Prtry', element('Cd', transactionType)),
  )
}

/** One line of the statement as camt.053's entry. */
export function entryElement(line: StatementLine, currency: string): string {
  const { reference, businessDate, valueDate, amount, side } = line
  return element(
    'Ntry',
    textElement('NtryRef', reference, 35),
    amountElement(amount, currency),
    direction(side),
    element('Sts', element('Cd', 'BOOK')),
    element('BookgDt', element('Dt', businessDate)),
    element('ValDt', element('Dt', valueDate)),
    textElement('AcctSvcrRef', reference, 35),
    codeOf(line),
    textElement('AddtlNtryInf', describe(line), 500),
  )
}
