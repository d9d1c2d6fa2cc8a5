import { expect, test } from 'vitest'
import { isoTimeIn } from '../../shared/rules/branch-time.ts'
import { formatTime } from '../../electron/print/words.ts'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { newCashPosting } from '../support/postings.ts'
import { readPdf } from '../print/read-pdf.ts'
import { only } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { setTellerTill } from '../support/tills.ts'
import { PASSWORD } from '../support/users.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
const { database } = branch

// Never the zone of a machine that runs tests, and its offset has minutes.
const ZONE = 'Asia/Kathmandu'
await database.superuser.query('UPDATE branches SET time_zone = $1', [ZONE])

test('receipt, statement and export tell the time by the branch’s clock, whatever this workstation’s is', async () => {
  const accountId = await openNewCustomersAccount(branch)
  await setTellerTill(branch, true)
  workplace.as('teller')
  const posting = await workplace.call('postings.postDeposit', newCashPosting(accountId))
  const postedAt = new Date(posting.postedAt)
  const receipt = await workplace.call('postings.exportReceipt', { transactionId: posting.id })
  expect((await readPdf(receipt.content)).text).toContain(formatTime(postedAt, ZONE))
  expect(formatTime(postedAt, ZONE)).toMatch(/ \+05:45$/)
  expect((await readPdf(receipt.content)).text).not.toContain('COPY')
  const again = await workplace.as('supervisor').call('postings.exportReceipt', { transactionId: posting.id })
  expect((await readPdf(again.content)).text).toContain('COPY')
  workplace.as('teller')

  const period = { accountId, from: null, to: null }
  const paper = await workplace.call('accounts.exportStatement', { ...period, format: 'PDF' })
  expect((await readPdf(paper.content)).text).toMatch(/Printed .* \+05:45/)
  const table = await workplace.call('accounts.exportStatement', { ...period, format: 'CSV' })
  const { entryAt } = only(
    (
      await database.superuser.query<{ entryAt: string }>(
        'SELECT t.created_at AS "entryAt" FROM entries e JOIN transactions t ON t.id = e.transaction_id WHERE account_id = $1',
        [accountId],
      )
    ).rows,
  )
  expect(new TextDecoder().decode(table.content)).toContain(isoTimeIn(ZONE, new Date(entryAt)))
})

test('the window knows the branch’s clock before and after signing in', async () => {
  await workplace.call('sessions.signOut', {})
  expect((await workplace.call('sessions.get', {})).branch?.timeZone).toBe(ZONE)
  const view = await workplace.call('sessions.signIn', { username: 'teller', password: PASSWORD })
  expect(view.branch?.timeZone).toBe(ZONE)
})
