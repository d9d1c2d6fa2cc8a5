import { expect, test } from 'vitest'
import { legTitle } from '../../electron/print/words.ts'
import { readLabel } from '../../renderer/screens/postings/account-words.ts'
import { branchForFile } from '../support/test-file.ts'

const { database } = await branchForFile()

test('every kind of account but a till, which has a name of its own, is a word on the screen and on paper', async () => {
  const { rows } = await database.superuser.query<{ kind: string }>(
    'SELECT unnest(enum_range(NULL::corex.account_type))::text AS kind',
  )
  const kinds = rows.map(({ kind }) => kind).filter((kind) => kind !== 'TELLER_CASH')
  expect(kinds.length).toBeGreaterThan(8)
  const unsaid = kinds.filter((kind) => {
    const { customers, bank } = readLabel(kind)
    return (customers ?? bank) === undefined || legTitle(kind) === kind
  })
  expect(unsaid).toEqual([])
})
