import { randomUUID } from 'node:crypto'
import { dispatch } from '../../electron/ipc/dispatch.ts'
import type { Printers } from '../../electron/printers/open-printers.ts'
import { PRINTED, type PrintOutcome } from '../../electron/printers/printer.ts'
import type { CallInput, Envelope } from '../../shared/contract.ts'
import type { Cases } from '../contract/cases.ts'
import { openNewCustomersAccount } from '../support/accounts.ts'
import type { TestBranch } from '../support/branch.ts'
import { addEmptyDay } from '../support/days.ts'
import { READY } from '../support/escpos-printer.ts'
import { insertPostings } from '../support/journal-rows.ts'
import { withoutCrossing } from '../support/other-branch.ts'
import { withPolicyPrinters, withPrinter } from '../support/printers.ts'
import { fromSecondBranch } from '../support/second-branch.ts'
import type { TestWorkplace } from '../support/workplace.ts'

/** At which nobody listens any more. */
const nobody = { by: 'ESCPOS', address: '127.0.0.1:1', roll: '58' } as const

const add = (workplace: TestWorkplace, way: Parameters<typeof input>[0]) =>
  workplace.as('teller').ask('printers.add', input(way))
const input = (way: { by: 'ESCPOS'; address: string; roll: '80' | '58' }) => ({ name: 'Counter', way })

/** Prints a test page on a printer where nobody is. */
async function lost(workplace: TestWorkplace) {
  const { id } = await workplace.as('teller').call('printers.add', input(nobody))
  const answer = await workplace.ask('printers.test', { printerId: id })
  await workplace.call('printers.remove', { printerId: id })
  return answer
}

/** Prints on a printer of pages of which this comes, or that makes the paper. */
async function onPages<N extends 'printers.printStatement' | 'printers.printProof'>(
  workplace: TestWorkplace,
  name: N,
  asked: CallInput<N>,
  outcome: PrintOutcome | null,
): Promise<Envelope<N>> {
  const { state } = workplace
  const paper = name === 'printers.printProof' ? 'PROOF' : 'STATEMENT'
  const printer = await state.printers.known.keep({
    name: 'Office',
    way: { by: 'CUPS', queue: 'Office' },
    papers: [paper],
  })
  await state.printers.known.choose(paper, printer.id)
  const printOn: Printers['printOn'] = async (_, read) => ({
    outcome: outcome ?? PRINTED,
    value: outcome === null ? ((await read())?.value ?? null) : null,
  })
  const answer = await dispatch({ ...state, printers: { ...state.printers, printOn } }, name, asked)
  await state.printers.known.forget(printer.id)
  return answer
}

const statement = (accountId: string) => ({ accountId, from: null, to: null })
const proof = { businessDate: '2001-02-01' }

const looked = (workplace: TestWorkplace, paper: CallInput<'printers.preview'>['paper']) =>
  workplace.ask('printers.preview', { paper })

/** An account with more lines than a statement on paper may have. */
async function longAccount(branch: TestBranch): Promise<string> {
  const to = await openNewCustomersAccount(branch)
  const from = await openNewCustomersAccount(branch, { balance: '100.00' })
  await insertPostings(branch, { type: 'TRANSFER', from, to, amount: '0.01', count: 5_001 })
  return to
}

/** A closed day whose proof is not what was kept. */
async function addDamagedProof(branch: TestBranch, date: string): Promise<void> {
  const day = await addEmptyDay(branch, date)
  await branch.database.superuser.query(
    "INSERT INTO day_proofs (id, content, hash) VALUES ($1, '{}', sha256('another'))",
    [day],
  )
}

/** The cases that are the same for every kind of page. */
const pageCases = <N extends 'printers.printStatement' | 'printers.printProof'>(
  name: N,
  paper: 'STATEMENT' | 'PROOF',
  asked: CallInput<N>,
) => {
  const told =
    (outcome: PrintOutcome) =>
    ({ as }: TestWorkplace) =>
      onPages(as('supervisor'), name, asked, outcome)
  return {
    PRINTER_NOT_CHOSEN: ({ as }: TestWorkplace) => as('supervisor').ask(name, asked),
    PRINTER_NOT_FOUND: async ({ as, state }: TestWorkplace) => {
      await state.printers.known.choose(paper, randomUUID())
      const answer = await as('supervisor').ask(name, asked)
      await state.printers.known.choose(paper, null)
      return answer
    },
    PRINTER_NOT_READY: told({ is: 'NOT_BEGUN', because: 'DISABLED' }),
    PRINTER_UNREACHABLE: told({ is: 'UNREACHABLE' }),
    PRINT_STOPPED: told({ is: 'STOPPED', because: 'CANCELLED' }),
  }
}

/** At a computer whose printers the bank sets. */
const setByBank = <N extends 'printers.add' | 'printers.remove' | 'printers.choose'>(
  { as }: TestWorkplace,
  name: N,
  asked: CallInput<N>,
) => dispatch(withPolicyPrinters(as('teller').state, []), name, asked)

export const printerCases = {
  'printers.printStatement': {
    ...pageCases('printers.printStatement', 'STATEMENT', statement(randomUUID())),
    ACCOUNT_NOT_FOUND: ({ as }) =>
      onPages(as('teller'), 'printers.printStatement', statement(randomUUID()), null),
    OTHER_BRANCH: async (workplace) => {
      const account = await openNewCustomersAccount(workplace.branch)
      const other = await fromSecondBranch(workplace, 'teller')
      return withoutCrossing(workplace.branch.database, 'ACCOUNT_READ', () =>
        onPages(other, 'printers.printStatement', statement(account), null),
      )
    },
    STATEMENT_TOO_LONG: async (workplace) => {
      const to = await longAccount(workplace.branch)
      return onPages(workplace.as('teller'), 'printers.printStatement', statement(to), null)
    },
  },
  'printers.printProof': {
    ...pageCases('printers.printProof', 'PROOF', proof),
    PROOF_NOT_FOUND: ({ as }) =>
      onPages(as('auditor'), 'printers.printProof', { businessDate: '2019-01-01' }, null),
    PROOF_DAMAGED: async ({ as, branch }) => {
      await addDamagedProof(branch, '2001-02-02')
      return onPages(as('auditor'), 'printers.printProof', { businessDate: '2001-02-02' }, null)
    },
  },
  'printers.preview': {
    ACCOUNT_NOT_FOUND: ({ as }) => looked(as('teller'), { of: 'STATEMENT', ...statement(randomUUID()) }),
    OTHER_BRANCH: async (workplace) => {
      const accountId = await openNewCustomersAccount(workplace.branch)
      const other = await fromSecondBranch(workplace, 'teller')
      return withoutCrossing(workplace.branch.database, 'ACCOUNT_READ', () =>
        looked(other, { of: 'STATEMENT', ...statement(accountId) }),
      )
    },
    PRINTER_NOT_FOUND: async ({ as, state }) => {
      await state.printers.known.choose('RECEIPT', randomUUID())
      const answer = await looked(as('teller'), { of: 'RECEIPT', transactionId: randomUUID() })
      await state.printers.known.choose('RECEIPT', null)
      return answer
    },
    PROOF_DAMAGED: async ({ as, branch }) => {
      await addDamagedProof(branch, '2001-02-03')
      return looked(as('auditor'), { of: 'PROOF', businessDate: '2001-02-03' })
    },
    PROOF_NOT_FOUND: ({ as }) => looked(as('auditor'), { of: 'PROOF', businessDate: '2019-01-01' }),
    STATEMENT_TOO_LONG: async ({ as, branch }) =>
      looked(as('teller'), { of: 'STATEMENT', ...statement(await longAccount(branch)) }),
    TRANSACTION_NOT_FOUND: ({ as }) => looked(as('teller'), { of: 'RECEIPT', transactionId: randomUUID() }),
  },
  'printers.previewPage': {
    PREVIEW_GONE: ({ as }) =>
      as('teller').ask('printers.previewPage', { previewId: randomUUID(), pageNumber: 1 }),
  },
  'printers.remove': {
    SET_BY_BANK: (workplace) => setByBank(workplace, 'printers.remove', { printerId: randomUUID() }),
  },
  'printers.add': {
    SET_BY_BANK: (workplace) => setByBank(workplace, 'printers.add', input(nobody)),
    PRINTER_ADDRESS_INVALID: (workplace) => add(workplace, { ...nobody, address: 'http://printer' }),
  },
  'printers.choose': {
    SET_BY_BANK: (workplace) =>
      setByBank(workplace, 'printers.choose', { paper: 'RECEIPT', printerId: null }),
    PRINTER_NOT_FOUND: ({ as }) =>
      as('teller').ask('printers.choose', { paper: 'RECEIPT', printerId: randomUUID() }),
    PRINTER_UNSUITABLE: (workplace) =>
      withPrinter(workplace, {}, (printerId) =>
        workplace.ask('printers.choose', { paper: 'STATEMENT', printerId }),
      ),
  },
  'printers.test': {
    PRINTER_NOT_FOUND: ({ as }) => as('teller').ask('printers.test', { printerId: randomUUID() }),
    PRINTER_NOT_READY: (workplace) =>
      withPrinter(workplace, { state: [READY[0], READY[1], READY[2], 0x72] }, (printerId) =>
        workplace.ask('printers.test', { printerId }),
      ),
    PRINTER_UNREACHABLE: lost,
    PRINT_STOPPED: (workplace) =>
      withPrinter(workplace, { stopsAfter: { bytes: 40, by: 'CUT' } }, (printerId) =>
        workplace.ask('printers.test', { printerId }),
      ),
  },
} satisfies Partial<Cases>
