import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { StaffName } from '../support/branch.ts'
import { balanceOf, internalAccount } from '../support/accounts.ts'
import { approveAs, shownTo } from '../support/approvals.ts'
import { proposeVaultCash, receiveVaultCash } from '../support/posting-functions.ts'
import { refused } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'

// Cash comes into the vault from outside and leaves it when two people counted the same, the second one without knowing the first count.

const workplace = await workplaceForFile({ vault: '0' })
const { branch } = workplace
const { database } = branch

const vault = async () => (await balanceOf(branch, await internalAccount(branch, 'VAULT'))).ledger
const suspense = async () => (await balanceOf(branch, await internalAccount(branch, 'SUSPENSE'))).ledger

async function proposed(counted: string, direction: 'IN' | 'OUT' = 'IN'): Promise<string> {
  const { approvalId } = await workplace
    .as('supervisor')
    .call('vault.moveCash', { key: randomUUID(), direction, counted, description: 'Delivery 1184' })
  return approvalId
}

test('a supervisor alone books nothing into the vault: not 10^12, and not by deciding their own proposal', async () => {
  const approvalId = await proposed('1000000000000')
  expect(await approveAs(workplace, 'supervisor', approvalId, '1000000000000')).toMatchObject({
    error: { code: 'OWN_PROPOSAL' },
  })
  expect(await vault()).toBe('0.00')
  await workplace.as('supervisor').call('approvals.withdraw', { approvalId })
})

test.each([
  ['another supervisor', 'supervisor2'],
  ['the administrator', 'admin'],
] as const)('cash is in the vault when %s counted the same', async (_who, second) => {
  const [before, owed] = [Number(await vault()), Number(await suspense())]
  const approvalId = await proposed('250.00')
  expect(Number(await vault())).toBe(before)
  expect(await approveAs(workplace, second, approvalId, '250')).toMatchObject({
    value: { status: 'APPROVED' },
  })
  expect([Number(await vault()) - before, Number(await suspense()) - owed]).toEqual([250, 250])
  const { rows } = await database.superuser.query(
    `SELECT created_by, actor, cause_type, cause_id, description FROM transactions WHERE cause_id = $1`,
    [approvalId],
  )
  expect(rows).toEqual([
    {
      created_by: branch.staff.supervisor.id,
      actor: 'PERSON',
      cause_type: 'APPROVAL',
      cause_id: approvalId,
      description: 'Delivery 1184',
    },
  ])
})

test('cash out of the vault takes two people too, and not more than there is', async () => {
  const before = Number(await vault())
  await approveAs(workplace, 'supervisor2', await proposed('100', 'OUT'), '100')
  expect(Number(await vault())).toBe(before - 100)
  const more = { key: randomUUID(), direction: 'OUT', counted: '1000000', description: 'Too much' } as const
  expect(await workplace.as('supervisor').ask('vault.moveCash', more)).toMatchObject({
    error: { code: 'VAULT_SHORT_OF_CASH' },
  })
})

test('the second person is told the first count only afterwards, by nothing that they can ask', async () => {
  const approvalId = await proposed('777.77')
  const seen = [
    await shownTo(workplace, 'supervisor2', approvalId),
    await workplace.call('approvals.list', { waiting: true }),
    await workplace.as('admin').call('audit.list', {
      userId: null,
      action: null,
      resourceType: null,
      resourceId: null,
      from: null,
      to: null,
      before: null,
      limit: 200,
    }),
  ]
  expect(JSON.stringify(seen)).not.toMatch(/777\.77/)
  expect((await shownTo(workplace, 'supervisor', approvalId)).facts).toMatchObject({ firstCount: '777.77' })
  await approveAs(workplace, 'supervisor2', approvalId, '777.77')
  expect((await shownTo(workplace, 'supervisor2', approvalId)).facts).toMatchObject({
    firstCount: '777.77',
    secondCount: '777.77',
  })
})

test('different counts are posted by nobody: it ends, with both figures', async () => {
  const before = await vault()
  const approvalId = await proposed('500')
  expect(await approveAs(workplace, 'supervisor2', approvalId, '499')).toMatchObject({
    value: {
      status: 'FAILED',
      failure: { code: 'COUNTS_DIFFER', details: { first: '500.00', second: '499.00', currency: 'USD' } },
    },
  })
  expect(await vault()).toBe(before)
})

test('a count is locked before anything compares it, so that nobody tries figures', async () => {
  const approvalId = await proposed('321')
  const client = await branch.pool('supervisor2').connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT count_cash($1, 1)', [approvalId])
    await expect(
      client.query(`SELECT approve($1, decode(read_approval($1) ->> 'hash', 'hex'))`, [approvalId]),
    ).rejects.toMatchObject(refused('ONE_CHANGE_A_TRANSACTION'))
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
  await branch.pool('supervisor2').query('SELECT count_cash($1, 1)', [approvalId])
  await expect(
    branch.pool('supervisor2').query('SELECT count_cash($1, 321)', [approvalId]),
  ).rejects.toMatchObject(refused('COUNT_LOCKED'))
})

test.each(['teller', 'auditor', 'admin', 'apiUser'] as const)(
  'a %s proposes no cash of the vault',
  async (name: StaffName) => {
    await expect(proposeVaultCash(branch.pool(name), '1')).rejects.toMatchObject(refused('FORBIDDEN'))
  },
)

test('nothing of a teller or an auditor counts as the second count', async () => {
  const approvalId = await proposed('5')
  for (const name of ['teller', 'auditor', 'apiUser', 'supervisor'] as const)
    await expect(branch.pool(name).query('SELECT count_cash($1, 5)', [approvalId])).rejects.toMatchObject({
      code: 'CX000',
    })
})

test('a balance holds thirteen digits before the point; one cent more is not done, by name', async () => {
  const room = (9_999_999_999_999.99 - Number(await vault())).toFixed(2)
  await receiveVaultCash(branch.pool('supervisor'), room)
  await expect(receiveVaultCash(branch.pool('supervisor'), '0.01')).rejects.toMatchObject(
    refused('BALANCE_TOO_LARGE'),
  )
})
