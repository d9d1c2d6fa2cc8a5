import { expect, test } from 'vitest'
import { receiveVaultCash } from '../support/posting-functions.ts'
import { refused } from '../support/queries.ts'
import { branchForFile } from '../support/test-file.ts'

const branch = await branchForFile({ vault: '0' })

test('a balance holds thirteen digits before the point; one cent more is refused by name', async () => {
  await receiveVaultCash(branch.pool('supervisor'), '9999999999999.99')
  await expect(receiveVaultCash(branch.pool('supervisor'), '0.01')).rejects.toMatchObject(
    refused('BALANCE_TOO_LARGE'),
  )
})
