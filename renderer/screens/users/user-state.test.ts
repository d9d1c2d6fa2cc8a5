import { expect, test } from 'vitest'
import type { UserRow } from '../../../shared/contract/users.ts'
import { users as words } from '../../i18n/en/users.ts'
import { matches, stateOf, statesIn } from './user-state.ts'

const ana: UserRow = {
  id: '1',
  username: 'alind',
  fullName: 'Ana Lind',
  email: 'ana.lind@example.test',
  role: 'SUPERVISOR',
  status: 'ACTIVE',
  mustChangePassword: false,
  createdAt: '2026-11-02T08:00:00.000Z',
  branchName: 'Branch Nord',
  ownBranch: true,
  hasCode: false,
  session: null,
  lastSignIn: null,
  assigned: null,
  codesLockedUntil: null,
  locked: null,
}
const roleName = (role: UserRow['role']) => words.roleName[role]
const locked = { until: '2026-11-22T09:00:00.000Z', workstation: 'ws_nord_03' }

test('a user who is locked out does not read "Active", and one who is suspended reads so first', () => {
  expect(stateOf(ana)).toBe('ACTIVE')
  expect(stateOf({ ...ana, locked })).toBe('LOCKED')
  expect(stateOf({ ...ana, codesLockedUntil: '2026-11-28T10:00:00Z' })).toBe('LOCKED')
  expect(stateOf({ ...ana, mustChangePassword: true })).toBe('TEMPORARY')
  expect(stateOf({ ...ana, mustChangePassword: true, locked })).toBe('LOCKED')
  expect(stateOf({ ...ana, status: 'SUSPENDED', locked })).toBe('SUSPENDED')
})

test('people are found by parts of name, user name, e-mail or role', () => {
  for (const text of ['', 'lind', 'ALIND', 'ana super', 'example.test'])
    expect(matches(ana, text, roleName), text).toBe(true)
  for (const text of ['teller', 'ana teller', 'bo']) expect(matches(ana, text, roleName), text).toBe(false)
})

test('only states that somebody is in are offered as filters', () => {
  expect(statesIn([ana, { ...ana, locked }, ana])).toEqual([
    { state: 'ACTIVE', count: 2 },
    { state: 'LOCKED', count: 1 },
  ])
})
