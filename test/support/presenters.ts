import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import { openNewCustomersAccount } from './accounts.ts'
import type { TestBranch } from './branch.ts'
import { openDate } from './days.ts'
import { newCashPosting } from './postings.ts'
import { ensureOpenTill } from './tills.ts'
import type { TestWorkplace } from './workplace.ts'

export type NewPresenter = NonNullable<CallInput<'postings.postDeposit'>['presenter']>
type Stranger = Extract<NewPresenter, { readonly name: string }>

/** Letters that no other test's name has. */
const letters = () =>
  randomUUID()
    .replaceAll(/[^a-f0-9]/g, '')
    .replaceAll(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))

/** Somebody at the counter who is no customer, with a passport that nobody else has. */
export const stranger = (changes: Partial<Stranger> = {}) => ({
  name: `Bo ${letters()}`,
  dateOfBirth: '1980-02-03',
  document: passport(),
  onBehalfOf: null,
  ...changes,
})

export const passport = () => ({
  type: 'PASSPORT' as const,
  number: `SE ${letters().slice(0, 9)}`,
  country: 'SE',
})

/** An account whose holder is identified by no document, and has brought and fetched as much cash today as goes without one. */
export async function unidentifiedHolder(branch: TestBranch): Promise<string> {
  const account = await openNewCustomersAccount(branch, { balance: '50.00' })
  await branch.database.superuser.query(
    `WITH holder AS (UPDATE customers c SET kyc_status = 'PENDING' FROM accounts a
        WHERE a.id = $1 AND c.id = a.customer_id RETURNING c.id)
      INSERT INTO cash_sums (person_id, currency, is_in, business_date, total, postings)
        SELECT id, 'USD', is_in, $2, 3000, 1 FROM holder, unnest('{t,f}'::boolean[]) AS is_in
      ON CONFLICT (person_id, currency, is_in, business_date) DO UPDATE SET total = 3000`,
    [account, await openDate(branch)],
  )
  return account
}

/** An alert about somebody who brought 12,000 to a customer's account; answers it as compliance reads it. */
export async function raisedAlert(workplace: TestWorkplace, presenter: NewPresenter = stranger()) {
  const { branch } = workplace
  await ensureOpenTill(branch, branch.staff.teller, 0, '100')
  const account = await openNewCustomersAccount(branch)
  await workplace
    .as('teller')
    .call('postings.postDeposit', newCashPosting(account, { amount: '12000', presenter }))
  const { alerts } = await workplace.as('auditor').call('watch.listAlerts', { open: true })
  return workplace.call('watch.readAlert', { alertId: alerts.at(-1)?.id ?? '' })
}
