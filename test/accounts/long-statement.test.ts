import { expect, test } from 'vitest'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { insertPostings } from '../support/journal-rows.ts'
import { post } from '../support/posting-functions.ts'
import { rowsRead } from '../support/rows-read.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'

/** More than one page looks at. */
const ENTRIES = 1500
const LOOK = 600

const workplace = await workplaceForFile({ tillsAreMadeUp: true })
const { branch } = workplace
const cash = await ensureOpenTill(branch, branch.staff.teller, 0, '9000')
const account = await openNewCustomersAccount(branch)
const rent = () =>
  post(branch.pool('teller'), 'DEPOSIT', cash, account, '12.00', { description: 'Rent of March' })
await rent()
await insertPostings(branch, { type: 'DEPOSIT', from: cash, to: account, amount: '0.01', count: ENTRIES })
await rent()

const ask = (find: string, before: string | null = null) =>
  workplace.as('auditor').call('accounts.statement', { accountId: account, before, limit: 50, find })

test('a text that is not in a long statement is looked for in a part of it a page, to its end', async () => {
  const read = await rowsRead(
    branch.pool('teller'),
    'entries',
    'SELECT read_statement($1, NULL, 50, NULL, NULL, $2)',
    [account, 'not there'],
  )
  expect(read).toBeLessThan(LOOK + 50)
  let pages = 1
  let page = await ask('not there')
  for (; page.next !== null && pages < 10; pages += 1) {
    expect(page).toMatchObject({ lines: [], totals: null })
    page = await ask('not there', page.next)
  }
  expect(pages).toBe(Math.ceil((ENTRIES + 2) / LOOK))
})

test('what is at both ends of a long statement is found, each line once', async () => {
  const found: number[] = []
  let before: string | null = null
  for (let pages = 0; pages < 10; pages += 1) {
    const { lines, next }: Awaited<ReturnType<typeof ask>> = await ask('rent', before)
    found.push(lines.length)
    before = next
    if (before === null) break
  }
  expect(found).toEqual([1, 0, 1])
})
