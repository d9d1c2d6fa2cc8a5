import { randomUUID } from 'node:crypto'
import type { CallInput, Envelope } from '../../shared/contract.ts'
import { dispatch } from '../../electron/ipc/dispatch.ts'
import type { PrintOutcome } from '../../electron/printers/printer.ts'
import type { Cases } from '../contract/cases.ts'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { insertPostings } from '../support/journal-rows.ts'
import { withoutCrossing } from '../support/other-branch.ts'
import { issueBook, newSerial, openPassbook, printInto } from '../support/passbooks.ts'
import { fromSecondBranch } from '../support/second-branch.ts'
import { cashAccountOf } from '../support/tills.ts'
import type { TestWorkplace } from '../support/workplace.ts'

type Page = CallInput<'printers.printPassbook'>
const STOPPED: PrintOutcome = { is: 'STOPPED', because: 'JAMMED' }

const issuing = (workplace: TestWorkplace, changes: Partial<CallInput<'accounts.issuePassbook'>> = {}) =>
  workplace.as('teller').ask('accounts.issuePassbook', {
    key: randomUUID(),
    accountId: randomUUID(),
    serialNumber: newSerial(),
    ...changes,
  })

const unreadable = <T>(workplace: TestWorkplace, work: (other: TestWorkplace) => Promise<T>) =>
  withoutCrossing(workplace.branch.database, 'ACCOUNT_READ', async () =>
    work(await fromSecondBranch(workplace, 'teller')),
  )

/** A print that stopped in the middle. */
async function stopped(workplace: TestWorkplace) {
  const { accountId, passbookId } = await openPassbook(workplace, '10', '20')
  workplace.as('teller')
  await printInto(workplace, { passbookId, printed: 0 }, { outcome: STOPPED })
  const { book } = await workplace.call('accounts.passbook', { accountId })
  return { accountId, passbookId, printId: book?.underWay?.id ?? '' }
}

/** A book of an account in which every line is printed, and more is posted. */
async function fullBook(workplace: TestWorkplace): Promise<Page> {
  const { branch } = workplace
  const accountId = await openNewCustomersAccount(branch)
  const { id, linesAPage, pages } = await issueBook(workplace, accountId)
  const from = await cashAccountOf(branch, branch.tills[1])
  const lines = linesAPage * pages
  await insertPostings(branch, { type: 'DEPOSIT', from, to: accountId, amount: '0.01', count: lines + 1 })
  await branch.database.superuser.query('UPDATE passbooks SET printed = $2 WHERE id = $1', [id, lines])
  return { passbookId: id, printed: lines }
}

async function endedBook(workplace: TestWorkplace): Promise<Page> {
  const { passbookId } = await openPassbook(workplace, '10')
  await workplace.as('teller').call('accounts.endPassbook', { passbookId, reason: 'DAMAGED' })
  return { passbookId, printed: 0 }
}

/** The cases that are the same for every way in which a page goes out. */
const pageCases = <N extends 'printers.printPassbook' | 'accounts.exportPassbook'>(
  ask: (workplace: TestWorkplace, page: Page) => Promise<Envelope<N>>,
) => ({
  OTHER_BRANCH: async (workplace: TestWorkplace) => {
    const { passbookId } = await openPassbook(workplace, '10')
    return unreadable(workplace, (other) => ask(other, { passbookId, printed: 0 }))
  },
  PASSBOOK_ENDED: async (workplace: TestWorkplace) => ask(workplace, await endedBook(workplace)),
  PASSBOOK_FULL: async (workplace: TestWorkplace) => ask(workplace, await fullBook(workplace)),
  PASSBOOK_MOVED_ON: async (workplace: TestWorkplace) => {
    const { passbookId } = await openPassbook(workplace, '10')
    return ask(workplace, { passbookId, printed: 1 })
  },
  PASSBOOK_NOT_FOUND: (workplace: TestWorkplace) =>
    ask(workplace.as('teller'), { passbookId: randomUUID(), printed: 0 }),
  PASSBOOK_PRINT_OPEN: async (workplace: TestWorkplace) => {
    const { passbookId } = await stopped(workplace)
    return ask(workplace, { passbookId, printed: 0 })
  },
  PASSBOOK_UP_TO_DATE: async (workplace: TestWorkplace) => {
    const { passbookId } = await openPassbook(workplace)
    return ask(workplace, { passbookId, printed: 0 })
  },
})

const print = async (workplace: TestWorkplace, page: Page, outcome?: PrintOutcome) =>
  (await printInto(workplace, page, outcome === undefined ? {} : { outcome })).answer

const told =
  (outcome: PrintOutcome) =>
  async (workplace: TestWorkplace): Promise<Envelope<'printers.printPassbook'>> => {
    const { passbookId } = await openPassbook(workplace, '10')
    return print(workplace, { passbookId, printed: 0 }, outcome)
  }

const page: Page = { passbookId: randomUUID(), printed: 0 }

export const passbookCases = {
  'accounts.passbook': {
    ACCOUNT_NOT_FOUND: ({ as }) => as('teller').ask('accounts.passbook', { accountId: randomUUID() }),
    OTHER_BRANCH: async (workplace) => {
      const { accountId } = await openPassbook(workplace)
      return unreadable(workplace, (other) => other.ask('accounts.passbook', { accountId }))
    },
  },
  'accounts.issuePassbook': {
    ACCOUNT_NOT_FOUND: (workplace) => issuing(workplace),
    ACCOUNT_CLOSED: async (workplace) => {
      const accountId = await openNewCustomersAccount(workplace.branch)
      await workplace.as('teller').call('accounts.close', { accountId, reason: 'Moved away' })
      return issuing(workplace, { accountId })
    },
    KEY_REUSED: async (workplace) => {
      const input = { key: randomUUID(), accountId: await openNewCustomersAccount(workplace.branch) }
      await issuing(workplace, input)
      return issuing(workplace, input)
    },
    OTHER_BRANCH: async (workplace) => {
      const accountId = await openNewCustomersAccount(workplace.branch)
      return unreadable(workplace, (other) =>
        other.ask('accounts.issuePassbook', { key: randomUUID(), accountId, serialNumber: newSerial() }),
      )
    },
    PASSBOOK_NOT_POSSIBLE: async (workplace) =>
      issuing(workplace, { accountId: await openNewCustomersAccount(workplace.branch, { type: 'CURRENT' }) }),
    PASSBOOK_OPEN: async (workplace) =>
      issuing(workplace, { accountId: (await openPassbook(workplace)).accountId }),
    PASSBOOK_SERIAL_TAKEN: async (workplace) => {
      const serialNumber = newSerial()
      await issuing(workplace, { accountId: await openNewCustomersAccount(workplace.branch), serialNumber })
      const accountId = await openNewCustomersAccount(workplace.branch)
      return issuing(workplace, { accountId, serialNumber: ` ${serialNumber.toLowerCase()}` })
    },
  },
  'accounts.endPassbook': {
    PASSBOOK_NOT_FOUND: ({ as }) =>
      as('teller').ask('accounts.endPassbook', { passbookId: randomUUID(), reason: 'LOST' }),
    PASSBOOK_ENDED: async (workplace) => {
      const { passbookId } = await endedBook(workplace)
      return workplace.ask('accounts.endPassbook', { passbookId, reason: 'LOST' })
    },
    PASSBOOK_PRINT_OPEN: async (workplace) => {
      const { passbookId } = await stopped(workplace)
      return workplace.ask('accounts.endPassbook', { passbookId, reason: 'DAMAGED' })
    },
    OTHER_BRANCH: async (workplace) => {
      const { passbookId } = await openPassbook(workplace)
      return unreadable(workplace, (other) =>
        other.ask('accounts.endPassbook', { passbookId, reason: 'LOST' }),
      )
    },
  },
  'accounts.sayPassbookLine': {
    PASSBOOK_PRINT_NOT_FOUND: ({ as }) =>
      as('teller').ask('accounts.sayPassbookLine', { printId: randomUUID(), line: 0 }),
    PASSBOOK_LINE_OUTSIDE: async (workplace) => {
      const { printId } = await stopped(workplace)
      return workplace.ask('accounts.sayPassbookLine', { printId, line: 3 })
    },
    PASSBOOK_MOVED_ON: async (workplace) => {
      const { printId } = await stopped(workplace)
      await workplace.call('accounts.sayPassbookLine', { printId, line: 2 })
      return workplace.ask('accounts.sayPassbookLine', { printId, line: 1 })
    },
    PASSBOOK_PRINT_OPEN: async (workplace) => {
      const { accountId, passbookId } = await openPassbook(workplace, '10')
      let answer: Envelope<'accounts.sayPassbookLine'> | null = null
      const meanwhile = async () => {
        const { book } = await workplace.call('accounts.passbook', { accountId })
        answer = await workplace.ask('accounts.sayPassbookLine', {
          printId: book?.underWay?.id ?? '',
          line: 0,
        })
      }
      await printInto(workplace, { passbookId, printed: 0 }, { meanwhile })
      if (answer === null) throw new Error('Nothing was printed')
      return answer
    },
    OTHER_BRANCH: async (workplace) => {
      const { printId } = await stopped(workplace)
      return unreadable(workplace, (other) => other.ask('accounts.sayPassbookLine', { printId, line: 0 }))
    },
  },
  'accounts.exportPassbook': pageCases((workplace, asked) => workplace.ask('accounts.exportPassbook', asked)),
  'printers.printPassbook': {
    ...pageCases<'printers.printPassbook'>(print),
    PRINTER_NOT_CHOSEN: ({ as }) => as('teller').ask('printers.printPassbook', page),
    PRINTER_NOT_FOUND: async ({ as, state }) => {
      await state.printers.known.choose('PASSBOOK', randomUUID())
      const answer = await dispatch(as('teller').state, 'printers.printPassbook', page)
      await state.printers.known.choose('PASSBOOK', null)
      return answer
    },
    PRINTER_NOT_READY: told({ is: 'NOT_BEGUN', because: 'PAPER_OUT' }),
    PRINTER_UNREACHABLE: told({ is: 'UNREACHABLE' }),
    PASSBOOK_STOPPED: told(STOPPED),
  },
} satisfies Partial<Cases>
