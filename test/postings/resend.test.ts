import { expect, test } from 'vitest'
import { balanceOf, openNewCustomersAccount } from '../support/accounts.ts'
import { closeTill } from '../support/posting-functions.ts'
import { newCashPosting } from '../support/postings.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'

// An answer may be lost on its way: the same command with the same key is then answered alike, and another is refused.

const workplace = await workplaceForFile()
const { branch } = workplace

/** Has the server undo the next posting as it would one that collided with somebody else's. */
const NEXT_POSTING_COLLIDES = `
  CREATE SEQUENCE collisions;
  CREATE FUNCTION collide() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
  BEGIN
    IF nextval('corex.collisions') = 1 THEN RAISE deadlock_detected; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER a_collide BEFORE INSERT ON transactions FOR EACH ROW EXECUTE FUNCTION collide()`

const reused = { ok: false, error: { code: 'KEY_REUSED' } }

test('cash that was posted is answered with its posting even if the till has since closed, or another one is held', async () => {
  const accountId = await openNewCustomersAccount(branch, { balance: '100' })
  workplace.become(branch.staff.teller)
  await ensureOpenTill(branch, branch.staff.teller, 0, '50')
  const deposit = newCashPosting(accountId, { amount: '20' })
  const withdrawal = newCashPosting(accountId, { amount: '20' })
  const paidIn = await workplace.call('postings.postDeposit', deposit)
  const paidOut = await workplace.call('postings.postWithdrawal', withdrawal)
  const asked = async () => [
    await workplace.call('postings.postDeposit', deposit),
    await workplace.call('postings.postWithdrawal', withdrawal),
  ]
  await closeTill(branch.pool('teller'), '50')
  expect(await asked()).toEqual([paidIn, paidOut])
  expect(await workplace.ask('postings.postDeposit', { ...deposit, amount: '21' })).toMatchObject(reused)
  await ensureOpenTill(branch, branch.staff.teller, 1)
  expect(await asked()).toEqual([paidIn, paidOut])
})

test('a posting that the server undid because of a collision is sent again by itself, and posted once', async () => {
  const accountId = await openNewCustomersAccount(branch, { balance: '100' })
  await ensureOpenTill(branch, branch.staff.teller, 0, '50')
  await branch.database.superuser.query(NEXT_POSTING_COLLIDES)
  try {
    await workplace.as('teller').call('postings.postDeposit', newCashPosting(accountId, { amount: '20' }))
    expect((await balanceOf(branch, accountId)).ledger).toBe('120.00')
    const { rows } = await branch.database.superuser.query('SELECT last_value::int AS tries FROM collisions')
    expect(rows).toEqual([{ tries: 2 }])
  } finally {
    await branch.database.superuser.query('DROP TRIGGER a_collide ON transactions')
  }
})
