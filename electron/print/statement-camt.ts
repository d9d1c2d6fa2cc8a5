import { toDecimal, fromLedger } from '../../shared/money.ts'
import { branchTime, isoTimeIn, todayIn } from '../../shared/rules/branch-time.ts'
import { isOwed } from '../../shared/rules/account-kinds.ts'
import { amountElement, direction, entryElement } from './camt-entry.ts'
import { statementTotals, type Statement } from './statement.ts'
import { element, textElement, xmlText } from './xml.ts'

const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'

type Options = { readonly timeZone: string; readonly madeAt: Date }

/**
 * The statement as ISO 20022's camt.053.001.08, which bookkeeping programs read. A balance is a credit where the bank owes it to
 * the customer, and a debit where the customer owes it. Throws when the lines do not lead from the opening to the closing balance.
 */
export function renderStatementCamt(statement: Statement, { timeZone, madeAt }: Options): Uint8Array {
  const { account } = statement
  const id = xmlText(`${account.accountNumber}-${madeAt.toISOString().replace(/\D/g, '').slice(0, 14)}`, 35)
  const made = element('CreDtTm', isoTimeIn(timeZone, madeAt))
  const body = element(
    'BkToCstmrStmt',
    element('GrpHdr', element('MsgId', id), made),
    element(
      'Stmt',
      element('Id', id),
      made,
      ...contentOf(statement, periodOf(statement, timeZone, madeAt), timeZone),
    ),
  )
  const document = `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${NAMESPACE}">${body}</Document>\n`
  return new TextEncoder().encode(document)
}

type Period = { readonly first: string; readonly last: string }

/** First and last day: those that were asked for, or from the first entry to the day on which it is made. */
function periodOf({ from, to, lines, account }: Statement, timeZone: string, madeAt: Date): Period {
  const first = from ?? lines[0]?.businessDate ?? to ?? todayIn(timeZone, new Date(account.openedAt))
  const newest = lines.at(-1)?.businessDate ?? first
  const today = todayIn(timeZone, madeAt)
  const last = to ?? (newest > today ? newest : today)
  return { first, last: last < first ? first : last }
}

function contentOf(statement: Statement, { first, last }: Period, timeZone: string): readonly string[] {
  const { account, lines, openingBalance, closingBalance } = statement
  const { currency } = account
  const at = (date: string, time: string) =>
    `${date}T${time}${branchTime(new Date(`${date}T12:00:00Z`), timeZone).offset}`
  return [
    element('FrToDt', element('FrDtTm', at(first, '00:00:00')), element('ToDtTm', at(last, '23:59:59'))),
    accountElement(statement),
    balanceElement('OPBD', openingBalance, first, statement),
    balanceElement('CLBD', closingBalance, last, statement),
    summaryElement(statement),
    ...lines.map((line) => entryElement(line, currency)),
  ]
}

function accountElement({ account, branchName }: Statement): string {
  return element(
    'Acct',
    element('Id', element('Othr', textElement('Id', account.accountNumber, 34))),
    element('Ccy', account.currency),
    element('Ownr', textElement('Nm', account.customerName, 140)),
    element('Svcr', element('FinInstnId', textElement('Nm', branchName, 140))),
  )
}

function balanceElement(kind: 'OPBD' | 'CLBD', text: string, date: string, { account }: Statement): string {
  const isPositive = fromLedger(text, account.currency).minor >= 0n
  return element(
    'Bal',
    element('Tp', element('CdOrPrtry', element('Cd', kind))),
    amountElement(text, account.currency),
    direction(isPositive === isOwed(account.accountType) ? 'DEBIT' : 'CREDIT'),
    element('Dt', element('Dt', date)),
  )
}

function summaryElement(statement: Statement): string {
  const { debits, credits } = statementTotals(statement)
  const count = (side: 'DEBIT' | 'CREDIT') =>
    String(statement.lines.filter((line) => line.side === side).length)
  const net = { minor: credits.minor - debits.minor, currency: credits.currency }
  const size = { ...net, minor: net.minor < 0n ? -net.minor : net.minor }
  return element(
    'TxsSummry',
    element(
      'TtlNtries',
      element('NbOfNtries', String(statement.lines.length)),
      element('Sum', toDecimal({ ...net, minor: credits.minor + debits.minor })),
      element('TtlNetNtry', element('Amt', toDecimal(size)), direction(net.minor < 0n ? 'DEBIT' : 'CREDIT')),
    ),
    element('TtlCdtNtries', element('NbOfNtries', count('CREDIT')), element('Sum', toDecimal(credits))),
    element('TtlDbtNtries', element('NbOfNtries', count('DEBIT')), element('Sum', toDecimal(debits))),
  )
}
