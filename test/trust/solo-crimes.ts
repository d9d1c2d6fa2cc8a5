import { randomUUID } from 'node:crypto'
import type { CallName } from '../../shared/contract.ts'
import { internalAccount, openAccount } from '../support/accounts.ts'
import { FIRST_HALF, newProposal, proposalAbout, SECOND_HALF } from '../support/approvals.ts'
import type { StaffName, TestBranch } from '../support/branch.ts'
import { approvedCustomer } from '../support/customers.ts'
import { newLimit } from '../support/limits.ts'
import { openTill, postSql, vaultCashSql } from '../support/posting-functions.ts'
import { newCashPosting, newTransfer } from '../support/postings.ts'
import { cashAccountOf } from '../support/tills.ts'
import { newProduct, newTerms } from '../support/products.ts'
import { newUser, PASSWORD_HASH } from '../support/users.ts'

/** One thing that somebody does by the window; `key` is of the proposal that it makes, if it makes one. */
export type Step = {
  readonly call: CallName
  readonly input: unknown
  readonly key?: string
  readonly counted?: string
}

/** One statement of an SQL client; `key` is of the proposal that it makes, if it makes one. */
export type Statement = { readonly sql: string; readonly key?: string; readonly counted?: string }

export type Crime = {
  readonly says: string
  /** What the criminal would have of it, as a query that answers one row; it is the same afterwards. */
  readonly gain: string
  readonly byCalls: () => readonly Step[]
  readonly bySql: () => readonly Statement[]
  /** Who may begin it: with a second person it succeeds, so that the test is about something. */
  readonly begins: StaffName
  readonly with: StaffName
}

const BILLION = '1000000000'
const TRILLION = '1000000000000'

/** Terms by which money grows. */
const GENEROUS = newTerms({ rates: [{ above: '0', rate: '100' }] })
const MINE = { name: 'Mine', accountType: 'SAVINGS', currency: 'USD', terms: GENEROUS }

/** A step that makes a proposal, under a new key. */
const keyed = (step: (key: string) => Step): Step => {
  const key = randomUUID()
  return { ...step(key), key }
}

/** A statement that makes a proposal, under a new key. */
const proposed = (sql: (key: string) => string, counted?: string): Statement => {
  const key = randomUUID()
  return { sql: sql(key), key, ...(counted === undefined ? {} : { counted }) }
}

/** What a branch has that is worth a crime: tills that are held, a loan, an account of the criminal's. */
export async function arrangeCrimes(branch: TestBranch): Promise<readonly Crime[]> {
  const { tills, staff } = branch
  const cash = await cashOf(branch, 'teller', tills[0])
  await cashOf(branch, 'teller2', tills[1])
  const [, theirs] = tills
  const customer = await approvedCustomer(branch)
  const [savings, loan] = [
    await openAccount(branch, customer),
    await openAccount(branch, customer, { type: 'LOAN' }),
  ]
  const vault = await internalAccount(branch, 'VAULT')
  const teller = newUser({ username: `helper${randomUUID().slice(0, 8)}` })
  const person = JSON.stringify({
    username: 'accomplice',
    fullName: 'A',
    email: 'a@example.test',
    role: 'SUPERVISOR',
  })

  return [
    {
      says: 'makes a teller and a supervisor, and pays out a loan of 5,000,000,000',
      gain: `SELECT (SELECT count(*) FROM users WHERE role IN ('SUPERVISOR', 'ADMIN')) AS powerful,
        (SELECT agreed_limit FROM accounts WHERE id = '${loan}') AS principal,
        (SELECT ledger_balance FROM balances WHERE account_id = '${savings}') AS paid_out`,
      byCalls: () => [
        { call: 'users.create', input: teller },
        { call: 'users.create', input: newUser({ role: 'SUPERVISOR' }) },
        keyed((key) => ({ call: 'users.propose', input: newProposal({ key }) })),
        keyed((key) => ({
          call: 'users.propose',
          input: proposalAbout(teller.id, { key, kind: 'USER_ROLE', role: 'SUPERVISOR' }),
        })),
        keyed((key) => ({
          call: 'accounts.proposeLimit',
          input: { key, accountId: loan, currency: 'USD', agreedLimit: '5000000000' },
        })),
        {
          call: 'products.payOutLoan',
          input: {
            key: randomUUID(),
            accountId: loan,
            toAccountId: savings,
            currency: 'USD',
            amount: '5000000000',
            method: 'ANNUITY',
            months: 12,
            firstDue: '2026-12-31',
          },
        },
        { call: 'postings.postTransfer', input: newTransfer(loan, savings, { amount: '5000000000' }) },
      ],
      bySql: () => [
        {
          sql: `SELECT create_user(gen_random_uuid(), 'helper', 'Helper', 'h@example.test', 'TELLER', '${PASSWORD_HASH}', decode(repeat('00', 60), 'hex'))`,
        },
        {
          sql: `SELECT create_user(gen_random_uuid(), 'boss', 'Boss', 'b@example.test', 'SUPERVISOR', '${PASSWORD_HASH}', decode(repeat('00', 60), 'hex'))`,
        },
        proposed(
          (key) =>
            `SELECT propose_user_change('${key}', 'USER_CREATE', gen_random_uuid(), '${person}', '${FIRST_HALF}')`,
        ),
        proposed((key) => `SELECT propose_limit('${key}', '${loan}', 5000000000)`),
        {
          sql: `SELECT pay_out_loan(gen_random_uuid(), '${loan}', '${savings}', 5000000000, 'ANNUITY', 12, '2026-12-31')`,
        },
        { sql: postSql({ type: 'TRANSFER', from: loan, to: savings, amount: '5000000000' }) },
        { sql: `UPDATE accounts SET agreed_limit = 5000000000 WHERE id = '${loan}'` },
        { sql: `UPDATE users SET role = 'SUPERVISOR'` },
      ],
      begins: 'admin',
      with: 'supervisor2',
    },
    {
      says: 'deposits 1,000,000,000 without cash, and closes the till on the shown figure',
      gain: `SELECT (SELECT ledger_balance FROM balances WHERE account_id = '${savings}') AS deposited,
        (SELECT count(*) FROM till_sessions WHERE closed_at IS NULL) AS tills_open,
        (SELECT sum(b.ledger_balance) FROM balances b JOIN accounts a ON a.id = b.account_id WHERE a.till_id IS NOT NULL) AS in_tills`,
      byCalls: () => [
        { call: 'postings.postDeposit', input: newCashPosting(savings, { amount: BILLION }) },
        keyed((key) => ({ call: 'tills.close', input: { key, counted: BILLION }, counted: BILLION })),
        keyed((key) => ({ call: 'tills.close', input: { key, counted: '100' }, counted: '100' })),
      ],
      bySql: () => [
        { sql: postSql({ from: cash, to: savings, amount: BILLION }) },
        {
          sql: `SELECT post_batch(ARRAY[ROW(gen_random_uuid(), 'DEPOSIT', ARRAY[ROW('${cash}', NULL, 'DEBIT', ${BILLION})::corex.posting_leg,
            ROW('${savings}', NULL, 'CREDIT', ${BILLION})::corex.posting_leg], 'USD', NULL, NULL)::corex.posting_item])`,
        },
        proposed((key) => `SELECT close_till('${key}', ${BILLION})`, BILLION),
        proposed((key) => `SELECT close_till('${key}', 100)`, '100'),
        { sql: `UPDATE till_sessions SET closed_at = now()` },
        { sql: `UPDATE transactions SET status = 'COMPLETED'` },
      ],
      begins: 'teller',
      with: 'supervisor',
    },
    {
      says: 'books 1,000,000,000,000 into the vault',
      gain: `SELECT ledger_balance AS vault FROM balances WHERE account_id = '${vault}'`,
      byCalls: () => [
        keyed((key) => ({
          call: 'vault.moveCash',
          input: { key, direction: 'IN', counted: TRILLION, description: 'From outside' },
          counted: TRILLION,
        })),
        keyed((key) => ({
          call: 'tills.moveCash',
          input: { key, direction: 'OUT', counted: TRILLION },
          counted: TRILLION,
        })),
      ],
      bySql: () => [
        proposed((key) => vaultCashSql(TRILLION, 'IN', `'${key}'`), TRILLION),
        proposed((key) => `SELECT propose_till_cash('${key}', 'OUT', ${TRILLION})`, TRILLION),
        { sql: postSql({ type: 'TRANSFER', from: vault, to: savings, amount: TRILLION }) },
        { sql: `UPDATE balances SET ledger_balance = ${TRILLION} WHERE account_id = '${vault}'` },
      ],
      begins: 'supervisor',
      with: 'supervisor2',
    },
    {
      says: 'closes a colleague’s till on nothing',
      gain: `SELECT (SELECT count(*) FROM till_sessions WHERE closed_at IS NULL) AS tills_open,
        (SELECT count(*) FROM transactions WHERE actor = 'CORRECTION') AS differences`,
      byCalls: () => [
        keyed((key) => ({ call: 'tills.close', input: { key, counted: '0', tillId: theirs }, counted: '0' })),
      ],
      bySql: () => [
        proposed((key) => `SELECT close_till('${key}', 0, '${theirs}')`, '0'),
        { sql: `SELECT finish_till(NULL, s, gen_random_uuid(), 0, 0) FROM till_sessions s` },
        {
          sql: `UPDATE till_sessions SET counted = 0, expected = 0, closed_at = now() WHERE till_id = '${theirs}'`,
        },
      ],
      begins: 'supervisor',
      with: 'supervisor2',
    },
    {
      says: 'takes power: another role, another limit, other terms, another tolerance',
      gain: `SELECT (SELECT string_agg(concat_ws(' ', id, role, status), ', ' ORDER BY id) FROM users WHERE role IN ('SUPERVISOR', 'ADMIN')) AS powerful,
        (SELECT count(*) FROM posting_limits) AS limits, (SELECT count(*) FROM reversal_limits) AS reversals,
        (SELECT count(*) FROM products) AS products, (SELECT count(*) FROM product_terms) AS terms, (SELECT max(count_tolerance) FROM branches) AS tolerance,
        (SELECT string_agg(agreed_limit::text, ' ' ORDER BY id) FROM accounts) AS agreed`,
      byCalls: () => [
        ...Object.values(staff).flatMap(({ id, username }): Step[] => [
          {
            call: 'users.update',
            input: { userId: id, fullName: username, email: `${username}@example.test`, role: 'ADMIN' },
          },
          keyed((key) => ({
            call: 'users.propose',
            input: proposalAbout(id, { key, kind: 'USER_ROLE', role: 'ADMIN' }),
          })),
        ]),
        keyed((key) => ({
          call: 'limits.propose',
          input: newLimit({ key, perPosting: BILLION, perPersonDay: BILLION, perAccountDay: BILLION }),
        })),
        keyed((key) => ({
          call: 'limits.propose',
          input: newLimit({
            key,
            transactionType: 'REVERSAL',
            perPosting: BILLION,
            perPersonDay: BILLION,
            perAccountDay: null,
          }),
        })),
        keyed((key) => ({ call: 'products.propose', input: newProduct({ key, terms: GENEROUS }) })),
        keyed((key) => ({ call: 'branches.proposeTolerance', input: { key, tolerance: BILLION } })),
        keyed((key) => ({
          call: 'accounts.proposeLimit',
          input: { key, accountId: loan, currency: 'USD', agreedLimit: BILLION },
        })),
      ],
      bySql: () => [
        ...Object.values(staff).flatMap(({ id }): Statement[] => [
          { sql: `SELECT update_user('${id}', 'Me', 'me@example.test', 'ADMIN')` },
          proposed(
            (key) => `SELECT propose_user_change('${key}', 'USER_ROLE', '${id}', '{"role": "ADMIN"}', NULL)`,
          ),
        ]),
        proposed(
          (key) =>
            `SELECT propose_posting_limit('${key}', 'TELLER', 'DEPOSIT', 'USD', ${BILLION}, ${BILLION}, ${BILLION}, '2099-01-01', NULL)`,
        ),
        proposed(
          (key) =>
            `SELECT propose_reversal_limit('${key}', 'TELLER', 'USD', ${BILLION}, ${BILLION}, '2099-01-01', NULL)`,
        ),
        { sql: `INSERT INTO reversal_limits (role) VALUES ('TELLER')` },
        { sql: `UPDATE reversal_limits SET per_day = ${BILLION}` },
        proposed((key) => `SELECT propose_product('${key}', gen_random_uuid(), '${JSON.stringify(MINE)}')`),
        { sql: `UPDATE product_terms SET monthly_fee = 0` },
        proposed((key) => `SELECT propose_count_tolerance('${key}', ${BILLION})`),
        proposed((key) => `SELECT propose_limit('${key}', '${loan}', ${BILLION})`),
        { sql: `INSERT INTO posting_limits (role) VALUES ('TELLER')` },
        { sql: `UPDATE branches SET count_tolerance = ${BILLION}` },
        { sql: `UPDATE users SET role = 'ADMIN'` },
      ],
      begins: 'supervisor',
      with: 'supervisor2',
    },
  ]
}

async function cashOf(branch: TestBranch, name: 'teller' | 'teller2', till: string): Promise<string> {
  await openTill(branch.pool(name), till, '100')
  return cashAccountOf(branch, till)
}

/** Every way in which somebody decides a proposal, by SQL. */
export const decisions = ({ key, counted = '0' }: Statement): string[] =>
  key === undefined
    ? []
    : [
        `SELECT count_cash('${key}', ${counted})`,
        `SELECT approve('${key}', decode(read_approval('${key}') ->> 'hash', 'hex'))`,
        `SELECT approve_for_reason('${key}', decode(read_approval('${key}') ->> 'hash', 'hex'), 'mine')`,
        `SELECT approve_with_password('${key}', decode(read_approval('${key}') ->> 'hash', 'hex'), '${SECOND_HALF}', decode(repeat('00', 60), 'hex'))`,
        `UPDATE approvals SET status = 'APPROVED', decided_by = proposed_by WHERE id = '${key}'`,
      ]
