import { type Bench, newId } from '../contract/bench.ts'
import type { Case, Cases } from '../contract/cases.ts'

const opening = ({ branch }: Bench, float = '0') => ({ key: newId(), tillId: branch.tills[0] ?? '', float })

const openWith =
  (float: string): Case<'tills.open'> =>
  async (bench) => {
    await bench.tellerTill(false)
    return bench.as('teller').ask('tills.open', opening(bench, float))
  }

const closeWith =
  (counted: string): Case<'tills.close'> =>
  async (bench) => {
    await bench.tellerTill(true)
    return bench.as('teller').ask('tills.close', { key: newId(), counted })
  }

const receiveWith =
  (amount: string): Case<'vault.receiveCash'> =>
  ({ as }) =>
    as('supervisor').ask('vault.receiveCash', { key: newId(), amount, description: 'From head office' })

/** The vault's balance as it stands, so that a case may move it to the edge and back without an entry. */
async function withVaultAt<T>({ database }: Bench, balance: string, work: () => Promise<T>): Promise<T> {
  const vault = "account_id = (SELECT id FROM accounts WHERE account_type = 'VAULT')"
  const { rows } = await database.superuser.query<{ now: string }>(
    `SELECT ledger_balance AS now FROM balances WHERE ${vault}`,
  )
  await database.superuser.query(`UPDATE balances SET ledger_balance = $1 WHERE ${vault}`, [balance])
  try {
    return await work()
  } finally {
    await database.superuser.query(`UPDATE balances SET ledger_balance = $1 WHERE ${vault}`, [rows[0]?.now])
  }
}

export const branchCases = {
  'tills.open': {
    AMOUNT_NOT_A_NUMBER: openWith('some'),
    AMOUNT_NEGATIVE: openWith('-1'),
    AMOUNT_TOO_PRECISE: openWith('1.001'),
    AMOUNT_TOO_LARGE: openWith('10000000000000'),
    TILL_NOT_FOUND: async (bench) => {
      await bench.tellerTill(false)
      return bench.as('teller').ask('tills.open', { ...opening(bench), tillId: newId() })
    },
    TILL_ALREADY_OPEN: async (bench) => {
      await bench.tellerTill(true)
      return bench.as('teller2').ask('tills.open', opening(bench))
    },
    USER_ALREADY_HAS_TILL: async (bench) => {
      await bench.tellerTill(true)
      return bench.as('teller').ask('tills.open', { ...opening(bench), tillId: bench.branch.tills[1] ?? '' })
    },
    VAULT_SHORT_OF_CASH: openWith('9000000000'),
    BRANCH_DAY_CLOSED: async (bench) => {
      await bench.tellerTill(false)
      return bench.withDayClosed(() => bench.as('teller').ask('tills.open', opening(bench)))
    },
    KEY_REUSED: async (bench) => {
      await bench.tellerTill(false)
      const input = opening(bench, '10')
      await bench.as('teller').call('tills.open', input)
      return bench.as('teller').ask('tills.open', { ...input, float: '20' })
    },
  },
  'tills.close': {
    AMOUNT_NOT_A_NUMBER: closeWith('all of it'),
    AMOUNT_NEGATIVE: closeWith('-1'),
    AMOUNT_TOO_PRECISE: closeWith('0.001'),
    AMOUNT_TOO_LARGE: closeWith('10000000000000'),
    TILL_NOT_FOUND: ({ as }) =>
      as('supervisor').ask('tills.close', { key: newId(), counted: '0', tillId: newId() }),
    TILL_NOT_OPEN: async (bench) => {
      await bench.tellerTill(false)
      return bench.as('teller').ask('tills.close', { key: newId(), counted: '0' })
    },
    KEY_REUSED: async (bench) => {
      await bench.tellerTill(true)
      const key = newId()
      await bench.as('teller').call('tills.close', { key, counted: '100' })
      return bench.as('teller').ask('tills.close', { key, counted: '99' })
    },
  },
  'tills.add': {
    KEY_REUSED: ({ as, branch }) =>
      as('admin').ask('tills.add', { id: branch.tills[0] ?? '', name: 'Till 9' }),
    TILL_NAME_TAKEN: ({ as }) => as('admin').ask('tills.add', { id: newId(), name: 'Till 1' }),
  },
  'vault.receiveCash': {
    AMOUNT_NOT_A_NUMBER: receiveWith('a lot'),
    AMOUNT_ZERO: receiveWith('0'),
    AMOUNT_NEGATIVE: receiveWith('-1'),
    AMOUNT_TOO_PRECISE: receiveWith('0.005'),
    AMOUNT_TOO_LARGE: receiveWith('10000000000000'),
    BRANCH_DAY_CLOSED: (bench) => bench.withDayClosed(() => receiveWith('1')(bench)),
    BALANCE_TOO_LARGE: (bench) => withVaultAt(bench, '9999999999999.99', () => receiveWith('1')(bench)),
    KEY_REUSED: async ({ as }) => {
      const input = { key: newId(), amount: '1', description: 'From head office' }
      await as('supervisor').call('vault.receiveCash', input)
      return as('supervisor').ask('vault.receiveCash', { ...input, amount: '2' })
    },
  },
  'branches.openDay': {
    BRANCH_DAY_OPEN: ({ as }) => as('supervisor').ask('branches.openDay', { businessDate: '2999-01-01' }),
    BUSINESS_DATE_TOO_FAR: (bench) =>
      bench.withDayClosed(() =>
        bench.as('supervisor').ask('branches.openDay', { businessDate: '2999-01-01' }),
      ),
    BUSINESS_DATE_NOT_LATER: (bench) =>
      bench.withDayClosed(() =>
        bench.as('supervisor').ask('branches.openDay', { businessDate: '2020-01-01' }),
      ),
  },
  'branches.closeDay': {
    BRANCH_DAY_CLOSED: (bench) =>
      bench.withDayClosed(() => bench.as('supervisor').ask('branches.closeDay', {})),
    TILLS_STILL_OPEN: async (bench) => {
      await bench.tellerTill(true)
      return bench.as('supervisor').ask('branches.closeDay', {})
    },
  },
} satisfies Partial<Cases>
