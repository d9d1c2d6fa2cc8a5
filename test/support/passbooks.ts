import { randomUUID } from 'node:crypto'
import type { CallOutput, Envelope } from '../../shared/contract.ts'
import type { OpenPassbook } from '../../shared/contract/passbooks.ts'
import { dispatch } from '../../electron/ipc/dispatch.ts'
import { PRINTED, type PrintOutcome } from '../../electron/printers/printer.ts'
import type { Printers } from '../../electron/printers/open-printers.ts'
import { openNewCustomersAccount } from './accounts.ts'
import type { TestBranch } from './branch.ts'
import { post } from './posting-functions.ts'
import { ensureOpenTill } from './tills.ts'
import type { TestWorkplace } from './workplace.ts'

let issued = 0
/** A serial number that no other book of the run has. */
export const newSerial = () => `SB-${process.pid}-${String((issued += 1)).padStart(4, '0')}`

/** Deposits amounts one after the other, through the second supervisor's till. */
export async function deposit(branch: TestBranch, accountId: string, ...amounts: readonly string[]) {
  const till = await ensureOpenTill(branch, branch.staff.supervisor2, 2)
  for (const amount of amounts) await post(branch.pool('supervisor2'), 'DEPOSIT', till, accountId, amount)
}

/** An account whose passbook was issued before anything was posted. */
export async function openPassbook(workplace: TestWorkplace, ...amounts: readonly string[]) {
  const accountId = await openNewCustomersAccount(workplace.branch)
  const book = await issueBook(workplace, accountId)
  await deposit(workplace.branch, accountId, ...amounts)
  return { accountId, passbookId: book.id }
}

/** Issues another book as the teller. */
export async function issueBook(workplace: TestWorkplace, accountId: string): Promise<OpenPassbook> {
  const input = { key: randomUUID(), accountId, serialNumber: newSerial() }
  await workplace.as('teller').call('accounts.issuePassbook', input)
  return bookOf(workplace, accountId)
}

export async function bookOf(workplace: TestWorkplace, accountId: string): Promise<OpenPassbook> {
  const { book }: CallOutput<'accounts.passbook'> = await workplace.call('accounts.passbook', { accountId })
  if (book === null) throw new Error('The account has no open passbook')
  return book
}

type Printed = { readonly answer: Envelope<'printers.printPassbook'>; readonly pages: readonly Uint8Array[] }
type Options = {
  /** What comes of the print. NOT_BEGUN and UNREACHABLE: nothing is asked for. */
  readonly outcome?: PrintOutcome
  /** Happens when the page has gone to the printer, before it has told anything. */
  readonly meanwhile?: () => Promise<unknown>
}

/** Prints into a book as whoever is signed in, on a printer of which this comes. `printed` is how many lines the window saw in the book. */
export async function printInto(
  { state }: TestWorkplace,
  asked: { readonly passbookId: string; readonly printed: number },
  { outcome = PRINTED, meanwhile = async () => {} }: Options = {},
): Promise<Printed> {
  const { known } = state.printers
  const way = { by: 'CUPS', queue: 'Passbook' } as const
  const printer = await known.keep({ name: 'Passbook printer', way, papers: ['PROOF', 'PASSBOOK'] })
  await known.choose('PASSBOOK', printer.id)
  const pages: Uint8Array[] = []
  const printOn: Printers['printOn'] = async (_, read) => {
    if (outcome.is === 'NOT_BEGUN' || outcome.is === 'UNREACHABLE') return { outcome, value: null }
    const made = await read()
    if (made !== null) pages.push(await made.paper.pdf())
    await meanwhile()
    return { outcome, value: made?.value ?? null }
  }
  const there = { ...state, printers: { ...state.printers, printOn } }
  const answer = await dispatch(there, 'printers.printPassbook', asked)
  await known.forget(printer.id)
  return { answer, pages }
}

/** Prints until everything that is posted stands in the book. */
export async function bringUpToDate(workplace: TestWorkplace, accountId: string): Promise<void> {
  for (;;) {
    const { id, printed, waiting } = await bookOf(workplace, accountId)
    if (waiting === 0) return
    const { answer } = await printInto(workplace, { passbookId: id, printed })
    if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  }
}
