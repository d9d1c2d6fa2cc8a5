import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { internalAccount, openNewCustomersAccount } from '../support/accounts.ts'
import { openTill, postSql, vaultCashSql } from '../support/posting-functions.ts'
import { branchForFile } from '../support/test-file.ts'
import { cashAccountOf } from '../support/tills.ts'

// One person alone, whoever it is and with a stolen token in any SQL client, makes no cash: none in the vault, none in a till, and no
// till that is closed on nothing.

const branch = await branchForFile()
const { superuser } = branch.database
const [ours, theirs] = branch.tills
await openTill(branch.pool('teller'), ours, '100')
await openTill(branch.pool('teller2'), theirs, '100')
const cash = await cashAccountOf(branch, ours)
const savings = await openNewCustomersAccount(branch)
const vault = await internalAccount(branch, 'VAULT')
const suspense = await internalAccount(branch, 'SUSPENSE')
const BILLION = '1000000000'

/** What must be as it was: all cash of the bank but what a teller's own deposit says, and which tills are open. */
async function state() {
  const { rows } = await superuser.query(
    `SELECT (SELECT ledger_balance::text FROM balances WHERE account_id = $1) AS vault,
       (SELECT ledger_balance::text FROM balances WHERE account_id = $2) AS suspense,
       (SELECT count(*)::int FROM till_sessions WHERE closed_at IS NULL) AS open_tills,
       (SELECT count(*)::int FROM transactions WHERE cause_type <> 'INTENT') AS moved,
       (SELECT count_tolerance::text FROM branches LIMIT 1) AS tolerance`,
    [vault, suspense],
  )
  return rows
}

/** Decides a proposal in every way that there is. */
const decide = (key: string, counted: string): string[] => [
  `SELECT count_cash('${key}', ${counted})`,
  `SELECT approve('${key}', decode(read_approval('${key}') ->> 'hash', 'hex'))`,
  `SELECT approve('${key}', '\\x00')`,
  `SELECT approve_for_reason('${key}', decode(read_approval('${key}') ->> 'hash', 'hex'), 'mine')`,
  `SELECT approve_as(require_maker('SUPERVISOR'), '${key}', '\\x00', NULL)`,
  `INSERT INTO cash_counts (approval_id, counted_by, counted) SELECT '${key}', id, ${counted} FROM users`,
  `UPDATE approvals SET status = 'APPROVED' WHERE id = '${key}'`,
]

/** All that somebody may try, one statement after the other, each in a transaction of its own. */
function attempts(): string[] {
  const [into, out, float, own, colleagues, tolerance] = Array.from({ length: 6 }, () => randomUUID())
  return [
    vaultCashSql('1000000000000', 'IN', `'${into}'`),
    ...decide(into ?? '', '1000000000000'),
    vaultCashSql('50', 'OUT', `'${out}'`),
    ...decide(out ?? '', '50'),
    `SELECT propose_till_cash('${float}', 'IN', 1000)`,
    ...decide(float ?? '', '1000'),
    postSql({ from: cash, to: savings, amount: BILLION }),
    `SELECT close_till('${own}', ${BILLION})`,
    ...decide(own ?? '', BILLION),
    `SELECT close_till('${colleagues}', 0, '${theirs}')`,
    ...decide(colleagues ?? '', '0'),
    `SELECT propose_count_tolerance('${tolerance}', ${BILLION})`,
    ...decide(tolerance ?? '', '0'),
    `SELECT post_journal(gen_random_uuid(), 'TRANSFER', ARRAY[ROW('${vault}', NULL, 'DEBIT', 5)::corex.posting_leg,
       ROW('${suspense}', NULL, 'CREDIT', 5)::corex.posting_leg], 'USD', NULL)`,
    `UPDATE till_sessions SET closed_at = now()`,
    `UPDATE balances SET ledger_balance = 0`,
    `UPDATE branches SET count_tolerance = ${BILLION}`,
  ]
}

test.each(['teller', 'supervisor', 'admin', 'auditor', 'apiUser'] as const)(
  'a %s alone makes no cash, takes none, and closes no till, whatever they send',
  async (name) => {
    const before = await state()
    const refused: string[] = []
    for (const statement of attempts())
      await branch
        .pool(name)
        .query(statement)
        .catch((error: Error) => refused.push(error.message))
    expect(refused.length).toBeGreaterThan(30)
    expect(await state()).toEqual(before)
  },
)
