import { formatAccountNumber } from '../../shared/check-digit.ts'
import type { ProofContent, ProvedAccount } from '../../shared/contract/proof-views.ts'
import type { NumberFormat } from '../../shared/number-format.ts'
import type { FlowColumn } from './flow-table.ts'
import { formatAmount, formatDate, TRANSACTION_TITLE } from './words.ts'

/** One table of the paper. */
export type ProofSection = {
  readonly title: string
  readonly columns: readonly FlowColumn[]
  readonly rows: readonly (readonly string[])[]
}

const figures = (...heads: readonly string[]) => heads.map((head) => ({ head, share: 15, isFigure: true }))

const KINDS = { VAULT: 'Vault', TELLER_CASH: 'Till', SUSPENSE: 'Suspense' } as const

/** What people call an account of the proof: the till's name, or its kind. */
export const provedName = ({ kind, name }: Pick<ProvedAccount, 'kind' | 'name'>) => name ?? KINDS[kind]

/** The tables of the paper, in their order: what proves the day, each till and person, what waits, the trial balance. */
export function proofSections(proof: ProofContent, format: NumberFormat): readonly ProofSection[] {
  const amount = (text: string | null, currency: string) =>
    text === null ? '' : formatAmount(text, currency, format)
  return [
    {
      title: 'Tills, vault and suspense: opening + in − out = closing',
      columns: [
        { head: 'Account', share: 22 },
        { head: 'Number', share: 16 },
        { head: '', share: 6 },
        ...figures('Opening', 'In', 'Out', 'Closing'),
      ],
      rows: proof.accounts.map((account) => [
        provedName(account),
        formatAccountNumber(account.accountNumber),
        account.currency,
        ...[account.opening, account.paidIn, account.paidOut, account.closing].map((text) =>
          amount(text, account.currency),
        ),
      ]),
    },
    {
      title: 'Tills as they were counted',
      columns: [
        { head: 'Till', share: 12 },
        { head: 'Holder', share: 20 },
        ...figures('Float', 'Paid in', 'Paid out', 'Should hold', 'Counted', 'Difference'),
      ],
      rows: proof.tills.map((till) => [
        till.name,
        till.holder,
        ...[till.float, till.paidIn, till.paidOut, till.expected, till.counted, till.difference].map((text) =>
          amount(text, proof.currency),
        ),
      ]),
    },
    {
      title: 'Posted, by person',
      columns: [
        { head: 'Person', share: 30 },
        { head: 'Kind', share: 22 },
        { head: '', share: 6 },
        ...figures('Number', 'Sum'),
      ],
      rows: proof.people.map(({ person, kind, currency, count, total }) => [
        person ?? 'The system',
        TRANSACTION_TITLE[kind],
        currency,
        String(count),
        amount(total, currency),
      ]),
    },
    {
      title: 'Suspense that is not cleared',
      columns: [
        { head: 'Account', share: 20 },
        { head: 'Side', share: 10 },
        { head: 'Oldest', share: 20 },
        { head: '', share: 6 },
        ...figures('Days', 'Entries', 'Open'),
      ],
      rows: proof.suspense.map((item) => [
        formatAccountNumber(item.accountNumber),
        item.side === 'DEBIT' ? 'Debit' : 'Credit',
        formatDate(item.oldest),
        item.currency,
        String(item.days),
        String(item.items),
        amount(item.open, item.currency),
      ]),
    },
    {
      title: 'Trial balance at the end of the day',
      columns: [
        { head: 'Code', share: 10 },
        { head: 'Name', share: 30 },
        { head: '', share: 6 },
        ...figures('Debits', 'Credits', 'Balance'),
      ],
      rows: proof.trialBalance.map(({ code, name, currency, debits, credits, balance }) => [
        code ?? '',
        name ?? 'Not in the chart',
        currency,
        amount(debits, currency),
        amount(credits, currency),
        amount(balance, currency),
      ]),
    },
  ]
}
