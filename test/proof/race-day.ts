import { openNewCustomersAccount } from '../support/accounts.ts'
import { closeTill, post } from '../support/posting-functions.ts'
import { ends, type Race, unlike, valueOf } from './race-branch.ts'

export const limitInParts: Race = {
  says: 'what one person posts over several connections at once stays below what that person posts alone on an account in a day',
  run: async (branch) => {
    const [one, other] = [
      await openNewCustomersAccount(branch, { balance: '90000.00' }),
      await openNewCustomersAccount(branch, { balance: '90000.00' }),
    ]
    // A teller transfers up to 50,000 on one account in a day.
    const outcomes = await Promise.allSettled(
      Array.from({ length: 6 }, (_, n) => {
        const [from, to] = n % 2 === 0 ? [one, other] : [other, one]
        return post(branch.pool('teller2'), 'TRANSFER', from, to, '20000.00')
      }),
    )
    const alone = `SELECT sum(amount) FROM transactions WHERE created_by = $1 AND status = 'COMPLETED' AND amount = 20000`
    return [
      ...unlike('ends', ends(outcomes), new Map([['DONE', 6]])),
      ...unlike('posted alone', await valueOf(branch, alone, [branch.staff.teller2.id]), '40000.00'),
    ]
  },
}

/** The last race: afterwards the day is closed. */
export const dayAgainstPosting: Race = {
  says: 'what is posted while the day is being closed is posted before it is closed, or refused',
  run: async (branch) => {
    const [from, to] = [
      await openNewCustomersAccount(branch, { balance: '500.00' }),
      await openNewCustomersAccount(branch),
    ]
    const held = await branch.database.superuser.query<{ username: string; cash: string }>(
      `SELECT u.username, b.ledger_balance::text AS cash FROM till_sessions s JOIN users u ON u.id = s.user_id
         JOIN accounts a ON a.till_id = s.till_id JOIN balances b ON b.account_id = a.id WHERE s.closed_at IS NULL`,
    )
    for (const { username, cash } of held.rows)
      await closeTill(branch.pool(username === 'supervisor2' ? 'supervisor2' : 'teller'), cash)
    const transfer = (n: number) =>
      post(branch.pool(n % 2 === 0 ? 'teller' : 'teller2'), 'TRANSFER', from, to, '1.00')
    const outcomes = await Promise.allSettled([
      ...Array.from({ length: 15 }, (_, n) => transfer(n)),
      branch.pool('supervisor').query('SELECT close_branch_day()'),
      ...Array.from({ length: 25 }, (_, n) => transfer(n)),
    ])
    const counts = ends(outcomes)
    const done = (counts.get('DONE') ?? 0) - 1
    for (const name of ['DONE', 'BRANCH_DAY_CLOSED']) counts.delete(name)
    return [
      ...unlike('other refusals', [...counts], []),
      ...unlike(
        'what arrived',
        await valueOf(branch, 'SELECT ledger_balance FROM balances WHERE account_id = $1', [to]),
        `${done}.00`,
      ),
      ...unlike(
        'days that are open',
        await valueOf(branch, 'SELECT count(*) FROM business_days WHERE closed_at IS NULL'),
        '0',
      ),
    ]
  },
}
