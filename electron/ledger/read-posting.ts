import { type Kysely, sql } from 'kysely'
import type { ActorKind } from '../../shared/contract/fields.ts'
import type { Leg, PostingView } from '../../shared/contract/postings.ts'
import type { PresenterView } from '../../shared/contract/presenter.ts'
import type { ReversalView } from '../../shared/contract/reversal-views.ts'
import type { DB } from '../db/tables.ts'

/** A posted transaction as the ledger prints it: `posting_receipt` in the migrations. */
export type Receipt = {
  readonly id: string
  readonly reference: string
  readonly transaction_type: PostingView['transactionType']
  readonly status: PostingView['status']
  readonly description: string | null
  readonly business_date: string
  readonly amount: string
  readonly currency: string
  readonly posted_at: string
  readonly posted_by: string | null
  readonly branch_name: string
  readonly legs: Leg[]
  readonly value_date: string
  readonly actor: ActorKind
  readonly cause_type: string
  readonly cause: string | null
  readonly reversal: ReversalView | null
  readonly presenter: PresenterView | null
  readonly signers: string[] | null
}

/** The receipt in the contract's shape. */
export const viewOf = (receipt: Receipt): PostingView => ({
  id: receipt.id,
  reference: receipt.reference,
  transactionType: receipt.transaction_type,
  status: receipt.status,
  description: receipt.description,
  businessDate: receipt.business_date,
  amount: receipt.amount,
  currency: receipt.currency,
  valueDate: receipt.value_date,
  postedAt: receipt.posted_at,
  actor: {
    kind: receipt.actor,
    person: receipt.posted_by,
    causeType: receipt.cause_type,
    cause: receipt.cause,
  },
  branchName: receipt.branch_name,
  legs: receipt.legs,
  reversal: receipt.reversal,
  presenter: receipt.presenter,
  signers: receipt.signers ?? [],
})

/** A posted transaction as it stands on its receipt, whenever it is opened; undefined when there is none. */
export async function readPosting(db: Kysely<DB>, transactionId: string): Promise<PostingView | undefined> {
  const { rows } = await sql<Receipt>`SELECT * FROM read_posting(${transactionId})`.execute(db)
  return rows[0] && viewOf(rows[0])
}

type OnPaper = {
  readonly posting: PostingView
  readonly isCopy: boolean
  readonly holders: Readonly<Record<string, string | null>>
}

/**
 * The same for paper: printed, which is recorded as that, or looked at as it would be printed. `isCopy`: it was printed before, by whomever;
 * `holders`: the customer of each account.
 */
export async function postingOnPaper(
  db: Kysely<DB>,
  transactionId: string,
  as: 'PRINTED' | 'LOOKED_AT',
): Promise<OnPaper | undefined> {
  const paper =
    as === 'PRINTED' ? sql`export_posting(${transactionId})` : sql`preview_posting(${transactionId})`
  const { rows } = await sql<Receipt & { readonly is_copy: boolean; readonly holders: OnPaper['holders'] }>`
    SELECT (paper.receipt).*, paper.is_copy, paper.holders FROM ${paper} AS paper
  `.execute(db)
  return rows[0] && { posting: viewOf(rows[0]), isCopy: rows[0].is_copy, holders: rows[0].holders }
}

/** The same by the reference that stands on the receipt, such as T261123-000001. */
export async function findByReference(db: Kysely<DB>, reference: string): Promise<PostingView | undefined> {
  const { rows } = await sql<Receipt>`SELECT * FROM find_posting(${reference})`.execute(db)
  return rows[0] && viewOf(rows[0])
}
