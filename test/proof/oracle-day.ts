import { dayBefore, fold, nextDay } from '../support/interest-fold.ts'
import { type Account, at, availableOf, bookOf, move, type Oracle } from './oracle.ts'
import { release } from './oracle-postings.ts'
import { TERMS } from './terms.ts'

/** In which interest accrues: hundredths × ten-thousandths of a per cent × parts of a year, for one cent. */
const PARTS_OF_CENT = 100n * 10_000n * 1_603_080n

const isMonthEnd = (date: string) => nextDay(date).endsWith('-01')

/** The first value date of an account, or undefined. */
const firstDay = ({ movements }: Account) => movements.map(({ valueDate }) => valueDate).sort()[0]

/** Every day from one to another, both included. */
function* days(from: string, to: string) {
  for (let day = from; day <= to; day = nextDay(day)) yield day
}

/** The end of the day: what waits lapses, interest and monthly fees are posted. The tills are closed already. */
export function closeDay(oracle: Oracle): void {
  for (const posting of oracle.postings)
    if (posting.state === 'PENDING') release(oracle, posting, 'CANCELLED')
  doDayJobs(oracle)
  oracle.isOpen = false
}

/** Interest and monthly fees of the day, which may be worked on afterwards. */
export function doDayJobs(oracle: Oracle): void {
  const { date, accounts } = oracle
  for (const [index, account] of accounts.entries()) {
    const first = firstDay(account)
    if (first === undefined) continue
    const since = oracle.jobsDone === null || first > oracle.jobsDone ? first : nextDay(oracle.jobsDone)
    for (const day of days(since, date)) if (isMonthEnd(day)) postInterest(oracle, index, account, first, day)
  }
  for (const [index, account] of accounts.entries()) takeMonthlyFees(oracle, index, account)
  oracle.jobsDone = date
}

/** What has accrued up to a day and was not posted, in whole cents. */
function leftOver(account: Account, from: string, to: string): { credit: bigint; debit: bigint } {
  const { interest, kind } = at(TERMS, account.product)
  const accrued = fold(account.movements, interest, from, to)
  // On a loan the bands say what is owed.
  const [earned, owed] = kind === 'LOAN' ? [0n, accrued.earned] : [accrued.earned, accrued.owed]
  return {
    credit: (earned - account.earned * PARTS_OF_CENT) / PARTS_OF_CENT,
    debit: (owed - account.owed * PARTS_OF_CENT) / PARTS_OF_CENT,
  }
}

/** Whether interest up to yesterday is not posted, or too much is: an account is not closed before it is settled. */
export function isUnsettled({ date }: Oracle, account: Account): boolean {
  const first = firstDay(account)
  if (first === undefined) return false
  const { credit, debit } = leftOver(account, first, dayBefore(date))
  return credit !== 0n || debit !== 0n
}

/** What has accrued to the end of a month, in whole cents; the rest stays. A frozen account gets it with a later month. */
function postInterest(oracle: Oracle, index: number, account: Account, from: string, monthEnd: string): void {
  if (account.status !== 'ACTIVE') return
  const { credit, debit } = leftOver(account, from, monthEnd)
  const place = `account ${index}` as const
  if (credit > 0n) {
    account.earned += credit
    move(
      oracle,
      [
        { place, cents: -credit, derived: true },
        { place: 'INTEREST_EXPENSE', cents: credit, derived: true },
      ],
      nextDay(monthEnd),
    )
  }
  if (debit > 0n) {
    account.owed += debit
    move(
      oracle,
      [
        { place, cents: debit, derived: true },
        { place: 'INTEREST_INCOME', cents: -debit, derived: true },
      ],
      nextDay(monthEnd),
    )
  }
}

/** The fee of each month that has ended, the oldest first, as soon as the account can pay it. */
function takeMonthlyFees(oracle: Oracle, index: number, account: Account): void {
  const { monthlyFee } = at(TERMS, account.product)
  if (monthlyFee === 0n || account.status === 'CLOSED') return
  const since = oracle.jobsDone === null ? oracle.date : nextDay(oracle.jobsDone)
  for (const day of days(since, oracle.date))
    if (isMonthEnd(day) && account.opened <= day) account.feesDue.push(monthlyFee)
  if (account.status !== 'ACTIVE') return
  while (account.feesDue.length > 0 && availableOf(oracle, index) >= monthlyFee) {
    account.feesDue.shift()
    move(
      oracle,
      [
        { place: `account ${index}`, cents: monthlyFee, derived: true },
        { place: 'FEE_INCOME', cents: -monthlyFee, derived: true },
      ],
      oracle.date,
    )
  }
}

export function openDay(oracle: Oracle, date: string): void {
  oracle.date = date
  oracle.isOpen = true
  oracle.alone.clear()
}

/** Closes a till on what was counted: the difference is the system's, the cash is back in the vault. */
export function finishTill(oracle: Oracle, index: number, counted: bigint): void {
  const till = at(oracle.tills, index)
  const place = `till ${index}` as const
  const difference = counted - bookOf(oracle, place)
  const other = difference < 0n ? 'CASH_SHORT' : 'CASH_OVER'
  move(
    oracle,
    [
      { place, cents: difference },
      { place: other, cents: -difference },
      { place, cents: -counted },
      { place: 'VAULT', cents: counted },
    ],
    oracle.date,
  )
  till.holder = null
  till.counted = null
}
