import { randomUUID } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { describe, expect, test } from 'vitest'
import { changeAccount, internalAccount, openNewCustomersAccount } from '../support/accounts.ts'
import {
  type BatchItem,
  transferItem,
  closeTill,
  openTill,
  post,
  postBatch,
  type PostedLeg,
  postLegs,
  receiveVaultCash,
} from '../support/posting-functions.ts'
import { refused } from '../support/queries.ts'
import { secondBranch } from '../support/second-branch.ts'
import { branchForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'
import { isSomebodyWaiting } from '../support/waiting.ts'

/** Who waits for whom, with transactions that are left open: what is not committed is overtaken by nobody, and nobody else waits. */

const branch = await branchForFile()
const { superuser } = branch.database
const teller = branch.pool('teller')
const account = await openNewCustomersAccount(branch, { balance: '500' })
const other = await openNewCustomersAccount(branch, { balance: '500' })
const transfer = () => post(teller, 'TRANSFER', account, other, '1.00')

/** Runs `late` while `early` is done and not committed, with little patience; answers how `late` ended. */
async function whileUncommitted(
  [first, early]: readonly [Pool, (client: PoolClient) => Promise<unknown>],
  [second, late]: readonly [Pool, (client: PoolClient) => Promise<unknown>],
): Promise<string> {
  const [a, b] = [await first.connect(), await second.connect()]
  try {
    await a.query('BEGIN')
    await early(a)
    await b.query('BEGIN')
    await b.query(`SET LOCAL lock_timeout = '300ms'`)
    return await late(b).then(
      () => 'done',
      (error: { code?: string; constraint?: string }) => error.constraint ?? error.code ?? 'unknown',
    )
  } finally {
    await a.query('ROLLBACK')
    await b.query('ROLLBACK')
    a.release()
    b.release()
  }
}
/** PostgreSQL's name for a lock that was not free in time. */
const WAITED = '55P03'

const inTwoLegs = (client: PoolClient, from: string, to: string) => post(client, 'TRANSFER', from, to, '1.00')
const inFourLegs = (client: PoolClient, from: string, to: string) => {
  const both = (amount: string): PostedLeg[] => [
    [from, 'DEBIT', amount],
    [to, 'CREDIT', amount],
  ]
  return postLegs(client, [...both('1.00'), ...both('0.50')], 'TRANSFER')
}
const inABatch = (client: PoolClient, from: string, to: string) =>
  postBatch(client, [transferItem(from, to, '1.00'), transferItem(from, to, '1.00')])

const oneTransfer = (): BatchItem => ({
  key: randomUUID(),
  type: 'TRANSFER',
  legs: [
    [account, 'DEBIT', '1.00'],
    [other, 'CREDIT', '1.00'],
  ],
  currency: 'USD',
})

describe('who comes second waits', () => {
  const supervisor = branch.pool('supervisor')
  const posting = [teller, (client: PoolClient) => post(client, 'TRANSFER', account, other, '1.00')] as const
  const batch = [teller, (client: PoolClient) => postBatch(client, [oneTransfer()])] as const
  const colleague = branch.pool('teller2')

  test.each(['freeze', 'close'] as const)(
    'a %s for a posting that is not committed, and the other way round',
    async (change) => {
      const status = [supervisor, (client: PoolClient) => changeAccount(client, change, account)] as const
      const empty = await openNewCustomersAccount(branch)
      const closing = [supervisor, (client: PoolClient) => changeAccount(client, change, empty)] as const
      const paying = [
        teller,
        (client: PoolClient) => post(client, 'TRANSFER', account, empty, '1.00'),
      ] as const
      expect(await whileUncommitted(posting, status)).toBe(WAITED)
      expect(await whileUncommitted(closing, paying)).toBe(WAITED)
    },
  )

  test('several in a call for a freeze, and are refused once it stands', async () => {
    const frozen = await openNewCustomersAccount(branch, { balance: '5' })
    const [freezing, poster] = [await supervisor.connect(), await colleague.connect()]
    try {
      await freezing.query('BEGIN')
      await changeAccount(freezing, 'freeze', frozen)
      const posted = inABatch(poster, account, frozen)
      await expect.poll(isWaiting).toBe(true)
      await freezing.query('COMMIT')
      expect(await posted).toMatchObject([{ refusal: 'ACCOUNT_FROZEN' }, { refusal: 'ACCOUNT_FROZEN' }])
    } finally {
      await freezing.query('ROLLBACK')
      freezing.release()
      poster.release()
    }
  })

  test('several in a call for an account that becomes dormant meanwhile, and are posted all the same', async () => {
    const resting = await openNewCustomersAccount(branch)
    const [jobs, poster] = [await superuser.connect(), await colleague.connect()]
    try {
      await jobs.query('BEGIN')
      await jobs.query(LOCK, [resting])
      const posted = inABatch(poster, account, resting)
      await expect.poll(isWaiting).toBe(true)
      await jobs.query(`UPDATE accounts SET status = 'INACTIVE' WHERE id = $1`, [resting])
      await jobs.query('COMMIT')
      const answers = await posted
      expect(answers.map(({ key, refusal, receipt }) => [key !== null, refusal, receipt !== null])).toEqual([
        [true, null, true],
        [true, null, true],
      ])
    } finally {
      await jobs.query('ROLLBACK')
      jobs.release()
      poster.release()
    }
  })

  test('an unfreeze for another change of status', async () => {
    const frozen = await openNewCustomersAccount(branch)
    await changeAccount(supervisor, 'freeze', frozen)
    const unfreezing = (pool: Pool) =>
      [pool, (client: PoolClient) => changeAccount(client, 'unfreeze', frozen)] as const
    expect(await whileUncommitted(unfreezing(supervisor), unfreezing(branch.pool('supervisor2')))).toBe(
      WAITED,
    )
  })

  test('the close of the day for a posting that is not committed', async () => {
    for (const who of ['teller', 'supervisor2'] as const) await closeWithWhatIsThere(who)
    const closing = [supervisor, (client: PoolClient) => client.query('SELECT close_branch_day()')] as const
    expect(await whileUncommitted(posting, closing)).toBe(WAITED)
    expect(await whileUncommitted(batch, closing)).toBe(WAITED)
  })

  test('a posting for the close of the day', async () => {
    for (const who of ['teller', 'supervisor2'] as const) await closeWithWhatIsThere(who)
    const closing = [supervisor, (client: PoolClient) => client.query('SELECT close_branch_day()')] as const
    expect(await whileUncommitted(closing, posting)).toBe(WAITED)
  })

  test('a posting that waited for the close of the day is refused once the day is closed, and is not on it', async () => {
    for (const who of ['teller', 'supervisor2'] as const) await closeWithWhatIsThere(who)
    const closing = await supervisor.connect()
    try {
      await closing.query('BEGIN; SELECT close_branch_day()')
      const late = Promise.allSettled([transfer()])
      await expect.poll(isWaiting).toBe(true)
      await closing.query('COMMIT')
      expect(await late).toMatchObject([{ reason: refused('BRANCH_DAY_CLOSED') }])
    } finally {
      await closing.query('ROLLBACK')
      closing.release()
      await superuser.query('UPDATE business_days SET closed_at = NULL, closed_by = NULL')
    }
  })

  test('a posting for another one on the same account, and not for one on others', async () => {
    const [third, fourth] = [
      await openNewCustomersAccount(branch, { balance: '5' }),
      await openNewCustomersAccount(branch),
    ]
    const same = [
      colleague,
      (client: PoolClient) => post(client, 'TRANSFER', other, account, '1.00'),
    ] as const
    const apart = [
      colleague,
      (client: PoolClient) => post(client, 'TRANSFER', third, fourth, '1.00'),
    ] as const
    expect(await whileUncommitted(posting, same)).toBe(WAITED)
    expect(await whileUncommitted(posting, apart)).toBe('done')
  })

  test.each([
    ['debit', 'two legs', inTwoLegs],
    ['credit', 'two legs', inTwoLegs],
    ['debit', 'four legs', inFourLegs],
    ['credit', 'four legs', inFourLegs],
    ['debit', 'several in a call', inABatch],
    ['credit', 'several in a call', inABatch],
  ] as const)(
    'a posting whose %s waits holds no later account meanwhile, with %s, so that two never wait for each other',
    async (side, _, transferBetween) => {
      const [first = '', second = ''] = [account, other].toSorted()
      const [from, to] = side === 'debit' ? [first, second] : [second, first]
      const [holder, poster] = [await superuser.connect(), await colleague.connect()]
      try {
        await holder.query('BEGIN')
        await holder.query(LOCK, [first])
        const posted = transferBetween(poster, from, to)
        await expect.poll(isWaiting).toBe(true)
        await superuser.query(`${LOCK} NOWAIT`, [second])
        await holder.query('COMMIT')
        await posted
      } finally {
        await holder.query('ROLLBACK')
        holder.release()
        poster.release()
      }
    },
  )

  test.each(['account_sums', 'balances'])(
    'several in a call for an account only when they are written but for their entries (%s)',
    async (table) => {
      const [holder, poster] = [await superuser.connect(), await colleague.connect()]
      try {
        await inABatch(poster, account, other)
        await holder.query('BEGIN')
        await holder.query(`SELECT FROM ${table} WHERE account_id = $1 FOR UPDATE`, [account])
        const posted = inABatch(poster, account, other)
        await expect.poll(isWaiting).toBe(true)
        expect(await writtenByWaiting()).toContain('transactions')
        expect(await writtenByWaiting()).not.toContain('entries')
        await holder.query('COMMIT')
        expect(await posted).toMatchObject([{ refusal: null }, { refusal: null }])
      } finally {
        await holder.query('ROLLBACK')
        holder.release()
        poster.release()
      }
    },
  )

  test('nobody for a posting that no rule allows', async () => {
    const forbidden = [
      teller,
      async (client: PoolClient) => {
        await client.query('SAVEPOINT before')
        const vault = await internalAccount(branch, 'VAULT')
        await expect(post(client, 'TRANSFER', vault, account, '1.00')).rejects.toMatchObject(
          refused('POSTING_NOT_ALLOWED'),
        )
        await client.query('ROLLBACK TO before')
      },
    ] as const
    const same = [
      colleague,
      (client: PoolClient) => post(client, 'TRANSFER', account, other, '1.00'),
    ] as const
    expect(await whileUncommitted(forbidden, same)).toBe('done')
  })
})

const LOCK = 'SELECT FROM balances WHERE account_id = $1 FOR UPDATE'

const isWaiting = () => isSomebodyWaiting(superuser)

/** The tables into which somebody who waits for a row has written. */
const writtenByWaiting = async () =>
  (
    await superuser.query<{ name: string }>(
      `SELECT relation::regclass::text AS name FROM pg_locks JOIN pg_stat_activity USING (pid)
       WHERE datname = current_database() AND wait_event_type = 'Lock' AND mode = 'RowExclusiveLock' AND relation IS NOT NULL`,
    )
  ).rows.map(({ name }) => name.replace('corex.', ''))

async function closeWithWhatIsThere(who: 'teller' | 'supervisor2') {
  const { rows } = await superuser.query<{ cash: string }>(
    `SELECT ledger_balance AS cash FROM till_sessions s JOIN accounts a USING (till_id) JOIN balances ON account_id = a.id
     WHERE user_id = $1 AND closed_at IS NULL`,
    [branch.staff[who].id],
  )
  const [held] = rows
  if (held !== undefined) await closeTill(branch.pool(who), held.cash)
}

describe('another branch', () => {
  test('holds nothing of ours up with its open till, its open vault and its postings', async () => {
    const south = await secondBranch(branch)
    await receiveVaultCash(south.pool('supervisor'), '100')
    const client = await south.pool('supervisor').connect()
    const second = await south.pool('supervisor').connect()
    try {
      await Promise.all([client.query('BEGIN'), second.query('BEGIN')])
      await client.query('SELECT propose_vault_cash($1, $2, 1, $3)', [randomUUID(), 'IN', 'mine'])
      await openTill(second, south.till, '0')
      const ours = [
        () => transfer(),
        () => ensureOpenTill(branch, branch.staff.teller, 0, '5'),
        () => receiveVaultCash(branch.pool('supervisor'), '1'),
        () => closeTill(teller, '5'),
        () => openNewCustomersAccount(branch),
        () => changeAccount(branch.pool('supervisor'), 'freeze', account),
        () => changeAccount(branch.pool('supervisor'), 'unfreeze', account),
      ]
      // A step that waited for the other branch would be refused after a workstation's patience for a lock.
      for (const step of ours) await expect(step()).resolves.not.toThrow()
    } finally {
      await Promise.all([client.query('ROLLBACK'), second.query('ROLLBACK')])
      client.release()
      second.release()
    }
  })
})
