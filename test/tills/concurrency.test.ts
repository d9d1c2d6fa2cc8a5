import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { balanceOf, openNewCustomersAccount } from '../support/accounts.ts'
import { closeTill, openTill, post } from '../support/posting-functions.ts'
import { refusalsOf, refused } from '../support/queries.ts'
import { branchForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'

const branch = await branchForFile()
const { database } = branch

test('a till that is being closed counts every posting that was made and refuses later ones', async () => {
  const to = await openNewCustomersAccount(branch)
  const person = branch.staff.teller2
  const drawer = await ensureOpenTill(branch, person, 1, '100.00')
  const pool = database.pool(person.token)
  const outcomes = await Promise.allSettled([
    ...Array.from({ length: 6 }, () => post(pool, 'DEPOSIT', drawer, to, '1.00')),
    closeTill(pool, '103'),
    ...Array.from({ length: 6 }, () => post(pool, 'DEPOSIT', drawer, to, '1.00')),
  ])
  // How many come too late depends on the scheduler; that they are refused by this name alone does not.
  expect(refusalsOf(outcomes).filter((name) => name !== 'TILL_NOT_OPEN')).toEqual([])
  await expect(post(pool, 'DEPOSIT', drawer, to, '1.00')).rejects.toMatchObject(refused('TILL_NOT_OPEN'))
  const deposited = 12 - refusalsOf(outcomes).length
  const { rows } = await database.superuser.query(
    'SELECT expected, counted FROM till_sessions WHERE user_id = $1',
    [person.id],
  )
  expect(rows).toEqual([{ expected: `${100 + deposited}.00`, counted: '103.00' }])
  expect((await balanceOf(branch, drawer)).ledger).toBe('0.00')
  expect((await balanceOf(branch, to)).ledger).toBe(`${deposited}.00`)
})

test('the same command sent many times at once opens one till and closes it once', async () => {
  const pool = branch.pool('teller2')
  const [opening, closing] = [randomUUID(), randomUUID()]
  const open = () => openTill(pool, branch.tills[1], '50', opening)
  const close = () => closeTill(pool, '50', { key: closing })
  const opened = await Promise.all([open(), open(), open(), open()])
  const closed = await Promise.all([close(), close(), close(), close()])
  expect(new Set([...opened, ...closed]).size).toBe(1)
})

test('when two people open the same till, one of them gets it', async () => {
  const open = (who: 'teller2' | 'supervisor') => openTill(branch.pool(who), branch.tills[1], '0')
  const outcomes = await Promise.allSettled([open('teller2'), open('supervisor')])
  expect(refusalsOf(outcomes)).toEqual(['TILL_ALREADY_OPEN'])
  const winner = outcomes[0].status === 'fulfilled' ? 'teller2' : 'supervisor'
  await closeTill(branch.pool(winner), '0')
})
