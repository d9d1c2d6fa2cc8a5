import { withClient } from '../../electron/db/admin.ts'
import type { LoadedCluster } from './loaded-cluster.ts'

/** What somebody waits for: the statement, whose screen it is, and the most that the server may take for 95 of 100, in milliseconds. */
export type Reading = {
  readonly what: string
  readonly role: string
  readonly limit: number
  readonly text: string
  readonly values?: readonly unknown[]
}

const PAGE = 10

/** What is there to be looked for. */
type Known = Readonly<
  Record<
    'account' | 'holder' | 'busy' | 'busyNumber' | 'till' | 'session' | 'teller' | 'reference' | 'day',
    string
  >
>

const KNOWN = `
  WITH longest AS (SELECT b.account_id FROM balances b JOIN accounts a ON a.id = b.account_id WHERE a.customer_id IS NOT NULL
    ORDER BY b.entry_count DESC LIMIT 1),
  ordinary AS (SELECT * FROM accounts WHERE customer_id IS NOT NULL ORDER BY id LIMIT 1)
  SELECT ordinary.id AS account, ordinary.customer_id AS holder, busy.id AS busy, busy.account_number AS "busyNumber",
    (SELECT id FROM tills ORDER BY name LIMIT 1) AS till, (SELECT id FROM till_sessions ORDER BY opened_at LIMIT 1) AS session,
    (SELECT id FROM users WHERE role = 'TELLER' ORDER BY username LIMIT 1) AS teller,
    (SELECT transaction_id FROM transactions ORDER BY id LIMIT 1) AS reference,
    (SELECT min(business_date)::text FROM business_days) AS day
  FROM ordinary, accounts busy JOIN longest ON longest.account_id = busy.id`

export async function readingsOf({ admin }: LoadedCluster): Promise<readonly Reading[]> {
  const { rows } = await withClient(admin, (client) => client.query<Known>(KNOWN), {
    options: '-c search_path=corex,ext',
  })
  const [known] = rows
  if (known === undefined) throw new Error('There is no account')
  return [...journal(known), ...audit(known), ...accounts(known), ...lists(), ...books()]
}

const page = (role: string) => (find: object) => ({
  what: `journal, ${role.toLowerCase()} ${JSON.stringify(find).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')}`,
  role,
  limit: PAGE,
  text: 'SELECT read_journal($1::jsonb, NULL, 50)',
  values: [JSON.stringify(find)],
})

/** Common and rare, alone and together, and what nobody posted: each as a supervisor, and some as those who see more or less. */
function journal({ holder, busyNumber, till, session, teller, reference, day }: Known): Reading[] {
  const finds: readonly object[] = [
    {},
    { type: 'TRANSFER' },
    { type: 'FEE' },
    { type: 'INTEREST', least: '5' },
    { status: 'PENDING' },
    { status: 'FAILED', type: 'DEPOSIT' },
    { actor: 'CORRECTION' },
    { actor: 'JOB' },
    { least: '999999.00' },
    { least: '123.45', most: '123.45' },
    { type: 'TRANSFER', most: '0.01' },
    { from: day, to: day },
    { from: day, to: day, type: 'FEE' },
    { from: day, to: day, least: '999999.00' },
    { to: '2000-01-01' },
    { reference },
    { reference: 'T000101-999999' },
    { userId: teller },
    { userId: teller, least: '999999.00' },
    { person: 'nobody of that name' },
    { person: 'a', type: 'WITHDRAWAL' },
    { customerId: holder },
    { customerId: holder, type: 'FEE' },
    { accountNumber: busyNumber },
    { accountNumber: busyNumber, least: '999999.00' },
    { accountNumber: busyNumber, from: day, to: day },
    { tillId: till },
    { tillId: till, status: 'PENDING' },
    { tillId: till, least: '999999.00' },
    { tillSessionId: session },
    { tillSessionId: session, type: 'FEE' },
  ]
  const total = (find: object) => ({
    ...page('SUPERVISOR')(find),
    what: `journal, count and sums ${JSON.stringify(find)}`,
    limit: 50,
    text: 'SELECT journal_totals($1::jsonb, 10000)',
  })
  return [
    ...finds.map(page('SUPERVISOR')),
    ...finds.slice(0, 12).map(page('AUDITOR')),
    ...finds.slice(0, 12).map(page('TELLER')),
    ...finds.slice(0, 13).map(total),
  ]
}

function audit({ teller, account }: Known): Reading[] {
  const finds: readonly (readonly [string | null, string | null, string | null, string | null])[] = [
    [null, null, null, null],
    [null, 'POSTED', null, null],
    [null, 'VIEWED', null, null],
    [null, 'KYC_REJECTED', null, null],
    [null, 'NEVER', null, null],
    [null, null, 'users', null],
    [null, null, 'nothing', null],
    [null, 'POSTED', 'users', null],
    [null, 'NEVER', 'transactions', null],
    [teller, null, null, null],
    [teller, 'KYC_REJECTED', null, null],
    [teller, 'NEVER', 'accounts', null],
    [null, null, null, account],
    [teller, 'VIEWED', 'accounts', account],
  ]
  return [
    ...['AUDITOR', 'ADMIN'].flatMap((role) =>
      finds.map((find): Reading => ({
        what: `audit, ${role.toLowerCase()} ${find
          .map((part) => (part === null ? 'any' : part.replace(/^[0-9a-f-]{36}$/, '…')))
          .join(' ')}`,
        role,
        limit: PAGE,
        text: 'SELECT * FROM read_audit($1, $2, $3, $4, NULL, NULL, NULL, 50)',
        values: find,
      })),
    ),
    ...['AUDITOR', 'ADMIN'].map((role): Reading => ({
      what: `audit, its filters, ${role.toLowerCase()}`,
      role,
      limit: PAGE,
      text: 'SELECT * FROM list_audit_filters()',
    })),
  ]
}

function accounts({ account, holder, busy }: Known): Reading[] {
  const statement = (what: string, values: readonly unknown[]): Reading => ({
    what: `statement, ${what}`,
    role: 'TELLER',
    limit: PAGE,
    text: 'SELECT read_statement($1, $2, 50, $3, $4, $5)',
    values,
  })
  return [
    statement('of an ordinary account', [account, null, null, null, null]),
    statement('of the longest', [busy, null, null, null, null]),
    statement('in the middle of the longest', [busy, 2000, null, null, null]),
    statement('of the longest, looking for nothing that is there', [busy, null, null, null, 'qqqq']),
    {
      what: 'accounts of a customer',
      role: 'TELLER',
      limit: PAGE,
      text: 'SELECT list_accounts($1)',
      values: [holder],
    },
    {
      what: 'holds of an account',
      role: 'TELLER',
      limit: PAGE,
      text: 'SELECT list_holds($1)',
      values: [account],
    },
    {
      what: 'documents of a customer',
      role: 'TELLER',
      limit: PAGE,
      text: 'SELECT list_documents($1)',
      values: [holder],
    },
  ]
}

const lists = (): Reading[] =>
  (
    [
      ['documents that wait', 'SUPERVISOR', 'SELECT list_document_queue()'],
      ['documents decided today', 'SUPERVISOR', 'SELECT count_decided_today()'],
      ['what waits for a second person', 'SUPERVISOR', 'SELECT list_approvals(true, 200)'],
      ['what was decided', 'SUPERVISOR', 'SELECT list_approvals(false, 50)'],
      ['what was decided of a teller’s', 'TELLER', 'SELECT list_approvals(false, 50)'],
      ['tills', 'SUPERVISOR', 'SELECT list_tills()'],
      ['sessions of tills', 'SUPERVISOR', 'SELECT list_till_sessions(NULL, 100)'],
      ['sessions of my tills', 'TELLER', 'SELECT list_till_sessions(NULL, 100)'],
      ['files of payments', 'SUPERVISOR', 'SELECT list_payments()'],
      ['business days', 'SUPERVISOR', 'SELECT list_branch_days(NULL, 50)'],
      ['users', 'AUDITOR', 'SELECT list_users()'],
    ] as const
  ).map(([what, role, text]) => ({ what, role, limit: PAGE, text }))

const books = (): Reading[] =>
  (
    [
      ['trial balance', 'SELECT * FROM read_trial_balance(current_date, false)'],
      ['trial balance by value date', 'SELECT * FROM read_trial_balance(current_date, true)'],
      ['check of what is new', 'SELECT check_new_books(700)'],
      ['a business day', 'SELECT * FROM read_branch_day(NULL)'],
      ['what each person opened in 30 days', 'SELECT * FROM openings_by_day(30)', 'AUDITOR'],
      ['how much each person was handed', 'SELECT * FROM reading_counts()', 'AUDITOR'],
    ] as const
  ).map(([what, text, role = 'SUPERVISOR']) => ({ what, role, limit: 1000, text }))
