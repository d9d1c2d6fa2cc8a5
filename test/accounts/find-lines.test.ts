import { describe, expect, test } from 'vitest'
import type { CallInput } from '../../shared/contract.ts'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { post } from '../support/posting-functions.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'

const workplace = await workplaceForFile({ tillsAreMadeUp: true })
const { branch } = workplace
const cash = await ensureOpenTill(branch, branch.staff.teller, 0, '9000')
const account = await openNewCustomersAccount(branch)

const setDay = (date: string) =>
  branch.database.superuser.query('UPDATE business_days SET business_date = $1 WHERE closed_at IS NULL', [
    date,
  ])

/** Thirty deposits a day on three days, by amounts that tell them apart, and one withdrawal at the end. */
for (const [n, day] of ['2026-03-01', '2026-03-02', '2026-03-05'].entries()) {
  await setDay(day)
  for (let i = 0; i < 30; i++)
    await post(branch.pool('teller'), 'DEPOSIT', cash, account, `${n + 1}.${String(i + 10)}`, {
      description: i === 7 ? `Rent 100%_of ${day}` : null,
    })
}
await post(branch.pool('teller'), 'WITHDRAWAL', account, cash, '50.00')

const ask = (asked: Partial<CallInput<'accounts.statement'>>) =>
  workplace
    .as('auditor')
    .call('accounts.statement', { accountId: account, before: null, limit: 200, ...asked })

const days = async (asked: Parameters<typeof ask>[0]) =>
  new Set((await ask(asked)).lines.map(({ businessDate }) => businessDate))

describe('a statement', () => {
  test('begins at the date that one goes to, and holds both ends of a period', async () => {
    const { lines, totals } = await ask({ to: '2026-03-02' })
    expect(lines[0]?.businessDate).toBe('2026-03-02')
    expect(lines).toHaveLength(60)
    expect(totals).toMatchObject({ count: 60, opening: '0.00', closing: lines[0]?.balanceAfter })
    expect(await days({ from: '2026-03-02', to: '2026-03-05' })).toEqual(
      new Set(['2026-03-05', '2026-03-02']),
    )
    expect(await days({ from: '2026-03-03', to: '2026-03-04' })).toEqual(new Set())
  })

  test('says what a period comes to, however many lines of it are on the page', async () => {
    const first = await ask({ from: '2026-03-05', to: '2026-03-05', limit: 5 })
    const whole = await ask({ from: '2026-03-05', to: '2026-03-05' })
    const cents = (side: string) =>
      whole.lines
        .filter((line) => line.side === side)
        .reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0)
    expect(first.lines).toHaveLength(5)
    expect(first.totals).toEqual({
      count: 31,
      debits: (cents('DEBIT') / 100).toFixed(2),
      credits: (cents('CREDIT') / 100).toFixed(2),
      opening: (await ask({ to: '2026-03-02' })).lines[0]?.balanceAfter,
      closing: whole.account.ledgerBalance,
    })
  })

  test('is paged without a gap or a line twice, also in a period', async () => {
    const seen: string[] = []
    let before: string | null = null
    for (let page = 0; page < 20; page++) {
      const answer: Awaited<ReturnType<typeof ask>> = await ask({ from: '2026-03-02', before, limit: 7 })
      expect(answer.totals === null).toBe(before !== null)
      seen.push(...answer.lines.map(({ entryId }) => entryId))
      before = answer.next
      if (before === null) break
    }
    expect(seen).toEqual((await ask({ from: '2026-03-02' })).lines.map(({ entryId }) => entryId))
    expect(seen).toHaveLength(61)
  })

  test('has no totals as long as it is whole', async () => {
    expect((await ask({})).totals).toBeNull()
  })
})

describe('what is looked for is found', () => {
  test.each([
    ['a description in any case', 'RENT 100%_OF', 3],
    ['a sign that is a pattern elsewhere', '%_', 3],
    ['an amount', '2.15', 1],
    ['the kind of posting', 'withdrawal', 1],
    ['nothing', 'nobody wrote this', 0],
  ])('by %s', async (_, find, count) => {
    const { lines, totals } = await ask({ find })
    expect(lines).toHaveLength(count)
    expect(totals).toMatchObject({ count, opening: null, closing: null })
  })

  test('by its reference, and within a period', async () => {
    const [line] = (await ask({})).lines
    expect((await ask({ find: line?.reference ?? '' })).lines.map(({ entryId }) => entryId)).toEqual([
      line?.entryId,
    ])
    expect((await ask({ find: 'rent', from: '2026-03-02', to: '2026-03-02' })).lines).toHaveLength(1)
  })

  test('an empty text is none', async () => {
    expect((await ask({ find: '  ' })).lines).toHaveLength(91)
  })
})
