import { expect, test } from 'vitest'
import { refused } from '../support/queries.ts'
import { branchForFile } from '../support/test-file.ts'

const branch = await branchForFile()

test("the branch's day is later than every day before, and not at the end of time", async () => {
  const supervisor = branch.pool('supervisor')
  const open = (date: string) => supervisor.query('SELECT open_branch_day($1)', [date])
  await supervisor.query('SELECT close_branch_day()')
  await expect(supervisor.query('SELECT close_branch_day()')).rejects.toMatchObject(
    refused('BRANCH_DAY_CLOSED'),
  )
  await expect(open('2020-01-01')).rejects.toMatchObject(refused('BUSINESS_DATE_NOT_LATER'))
  for (const never of ['infinity', '9999-12-31'])
    await expect(open(never)).rejects.toMatchObject({ constraint: 'business_days_date_near' })
  const { rows } = await supervisor.query(`SELECT (business_date + 1)::text AS next FROM business_days`)
  await open(String(rows[0]?.next))
})
