import { expect, test } from 'vitest'
import { registerCustomer } from '../support/customers.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile()
const { branch } = workplace

test('an administrator sees the log and its filters; dates bound it', async () => {
  await registerCustomer(branch.pool('teller'))
  workplace.become(branch.staff.admin)
  const filters = await workplace.call('audit.listFilters', {})
  expect(filters.actions).toContain('POSTED')
  expect(filters.resourceTypes).toContain('customers')
  const none = { userId: null, action: null, resourceType: null, resourceId: null, before: null, limit: 2 }
  const today = new Date().toISOString().slice(0, 10)
  const first = await workplace.call('audit.list', { ...none, from: today, to: today })
  const second = await workplace.call('audit.list', { ...none, from: today, to: today, before: first.next })
  expect(first.rows).toHaveLength(2)
  expect(second.rows[0]?.id.localeCompare(first.rows[1]?.id ?? '')).toBe(-1)
  expect((await workplace.call('audit.list', { ...none, from: null, to: '2020-01-01' })).rows).toEqual([])
})
