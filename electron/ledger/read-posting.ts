import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Leg, PostingEffect, PostingView } from '../../shared/contract/postings.ts'
import type { DB } from '../db/tables.ts'
import type { AssessedLeg } from './post-journal.ts'

/** What people call the account of a leg: the kind of account, and for a till its name. */
const described = (db: Kysely<DB>) =>
  db
    .selectFrom('accounts as a')
    .leftJoin('customers as c', 'c.id', 'a.customer_id')
    .leftJoin('tills as t', 't.id', 'a.till_id')
    .select([
      'a.id as accountId',
      'a.account_number as accountNumber',
      'a.account_type',
      't.name as tillName',
    ])
    .select(sql<string | null>`c.first_name || ' ' || c.last_name`.as('holder'))

type Described = {
  accountId: string
  accountNumber: string
  account_type: string
  tillName: string | null
  holder: string | null
}

const labelOf = ({ account_type, tillName }: Described) => tillName ?? account_type

/** The legs of a preview with the names of their accounts. */
export async function describeEffect(
  db: Kysely<DB>,
  legs: readonly AssessedLeg[],
  amount: string,
  currency: string,
): Promise<PostingEffect> {
  const touched = await described(db)
    .where(
      'a.id',
      'in',
      legs.map((leg) => leg.account_id),
    )
    .execute()
  const named = legs.map((leg): Leg => {
    const account = touched.find(({ accountId }) => accountId === leg.account_id)
    if (account === undefined) throw new Error('A leg is on an account that cannot be read')
    return {
      side: leg.side,
      accountId: account.accountId,
      accountNumber: account.accountNumber,
      label: labelOf(account),
      holder: account.holder,
      amount,
      ledgerBefore: leg.ledger_before,
      ledgerAfter: leg.ledger_after,
      availableBefore: leg.available_before,
      availableAfter: leg.available_after,
    }
  })
  return { legs: pair(named), amount, currency }
}

/** A posted transaction as it stands on its receipt, whenever it is asked for; undefined when there is none. */
export async function readPosting(db: Kysely<DB>, transactionId: string): Promise<PostingView | undefined> {
  const posting = await db
    .selectFrom('transactions as t')
    .innerJoin('users as u', 'u.id', 't.created_by')
    .innerJoin('branches as b', 'b.id', 't.branch_id')
    .where('t.id', '=', transactionId)
    .select(['t.id', 't.transaction_id as reference', 't.transaction_type as transactionType', 't.status'])
    .select(['t.description', 't.business_date as businessDate', 't.amount', 't.currency'])
    .select(['t.created_at as postedAt', 'u.full_name as postedBy', 'b.name as branchName'])
    .executeTakeFirst()
  return posting && { ...posting, legs: pair(await postedLegs(db, transactionId)) }
}

const available = (ledger: RawBuilder<string>) =>
  sql<string>`available_of(a.account_type, ${ledger}, a.minimum_balance, a.agreed_limit)`

/** The balance before follows from the entry itself, and what was available from the account's terms, by the ledger's own rules. */
async function postedLegs(db: Kysely<DB>, transactionId: string): Promise<Leg[]> {
  const after = sql<string>`e.balance_after`
  const before = sql<string>`e.balance_after
    - CASE WHEN e.entry_type = normal_side(a.account_type) THEN e.amount ELSE -e.amount END`
  const rows = await described(db)
    .innerJoin('entries as e', 'e.account_id', 'a.id')
    .where('e.transaction_id', '=', transactionId)
    .select(['e.entry_type as side', 'e.amount', 'e.balance_after as ledgerAfter'])
    .select([
      before.as('ledgerBefore'),
      available(before).as('availableBefore'),
      available(after).as('availableAfter'),
    ])
    .orderBy('e.entry_type')
    .execute()
  return rows.map((row) => {
    const { account_type: _, tillName: __, ...leg } = row
    return { ...leg, label: labelOf(row) }
  })
}

function pair(legs: readonly Leg[]): [Leg, Leg] {
  const [debit, credit] = legs
  if (debit === undefined || credit === undefined || legs.length !== 2)
    throw new Error(`A posting has ${legs.length} legs`)
  return [debit, credit]
}
