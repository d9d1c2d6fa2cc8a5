import { randomUUID } from 'node:crypto'
import type { Case, Cases } from '../contract/cases.ts'
import { internalAccount } from '../support/accounts.ts'
import { type TestBranch, withDayClosed } from '../support/branch.ts'
import { only } from '../support/queries.ts'

const received = (amount: string) => ({ key: randomUUID(), amount, description: 'From head office' })

const receiveWith =
  (amount: string): Case<'vault.receiveCash'> =>
  ({ as }) =>
    as('supervisor').ask('vault.receiveCash', received(amount))

/** Sets the vault's balance to a limit without an entry, and back. */
async function withVaultAt<T>(branch: TestBranch, balance: string, work: () => Promise<T>): Promise<T> {
  const { superuser } = branch.database
  const vault = await internalAccount(branch, 'VAULT')
  const { rows } = await superuser.query<{ now: string }>(
    'SELECT ledger_balance AS now FROM balances WHERE account_id = $1',
    [vault],
  )
  const set = 'UPDATE balances SET ledger_balance = $1 WHERE account_id = $2'
  await superuser.query(set, [balance, vault])
  try {
    return await work()
  } finally {
    await superuser.query(set, [only(rows).now, vault])
  }
}

export const vaultCases = {
  'vault.receiveCash': {
    AMOUNT_NOT_A_NUMBER: receiveWith('a lot'),
    AMOUNT_ZERO: receiveWith('0'),
    AMOUNT_NEGATIVE: receiveWith('-1'),
    AMOUNT_TOO_PRECISE: receiveWith('0.005'),
    AMOUNT_TOO_LARGE: receiveWith('10000000000000'),
    BRANCH_DAY_CLOSED: (workplace) => withDayClosed(workplace.branch, () => receiveWith('1')(workplace)),
    BALANCE_TOO_LARGE: (workplace) =>
      withVaultAt(workplace.branch, '9999999999999.99', () => receiveWith('1')(workplace)),
    KEY_REUSED: async ({ as }) => {
      const input = received('1')
      await as('supervisor').call('vault.receiveCash', input)
      return as('supervisor').ask('vault.receiveCash', { ...input, amount: '2' })
    },
  },
} satisfies Partial<Cases>
