import { expect, test } from 'vitest'
import { workplaceForFile } from '../support/test-file.ts'

const { as } = await workplaceForFile()

test('an administrator sees the staff', async () => {
  const { users } = await as('admin').call('users.list', {})
  expect(users.map((user) => user.role)).toContain('AUDITOR')
})
