import { expect, test } from 'vitest'
import { refused } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
const change = { numberFormat: 'COMMA_SPACE', weekend: [5, 6] } as const

test('an administrator changes how amounts are written and the weekend, and every window learns it', async () => {
  await workplace.as('admin').call('branches.change', { ...change, weekend: [...change.weekend] })
  const view = await workplace.as('teller').call('sessions.get', {})
  expect(view.branch).toMatchObject(change)
})

test('nobody else changes the branch, and no weekend takes the whole week', async () => {
  const forbidden = { ok: false, error: { code: 'FORBIDDEN' } }
  for (const who of ['teller', 'supervisor', 'auditor'] as const) {
    const answer = await workplace.as(who).ask('branches.change', { ...change, weekend: [] })
    expect(answer).toMatchObject(forbidden)
    await expect(branch.pool(who).query(`SELECT change_branch('POINT_COMMA', '{}')`)).rejects.toMatchObject(
      refused('FORBIDDEN'),
    )
  }
  for (const weekend of [[1, 2, 3, 4, 5, 6, 7], [6, 6], [8], [0]]) {
    const answer = await workplace.as('admin').ask('branches.change', { ...change, weekend })
    expect(answer, String(weekend)).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
  }
})
