import type { Role } from '../../../shared/contract/define.ts'
import type { UserRow } from '../../../shared/contract/users.ts'
import type { Tone } from '../../components/status-badge.tsx'

/** What an administrator has to know first about a user: somebody suspended cannot sign in, whatever the password is. */
export const USER_STATES = ['ACTIVE', 'LOCKED', 'TEMPORARY', 'SUSPENDED', 'INACTIVE'] as const
export type UserState = (typeof USER_STATES)[number]

export const STATE_TONE: Readonly<Record<UserState, Tone>> = {
  ACTIVE: 'ok',
  LOCKED: 'warn',
  TEMPORARY: 'wait',
  SUSPENDED: 'bad',
  INACTIVE: 'neutral',
}

export function stateOf({ status, locked, codesLockedUntil, mustChangePassword }: UserRow): UserState {
  if (status !== 'ACTIVE') return status
  if (locked !== null || codesLockedUntil !== null) return 'LOCKED'
  return mustChangePassword ? 'TEMPORARY' : 'ACTIVE'
}

/** What narrows the list: what was typed, and one state or all. */
export type StaffFilter = { readonly text: string; readonly state: UserState | null }

const words = (text: string) => text.toLowerCase().split(/\s+/).filter(Boolean)

/** Every word that was typed occurs in the name, user name, e-mail or the word for the role. */
export function matches(user: UserRow, text: string, roleName: (role: Role) => string): boolean {
  const { fullName, username, email, role } = user
  const found = [fullName, username, email, roleName(role)].join(' ').toLowerCase()
  return words(text).every((word) => found.includes(word))
}

/** How many users are in each state, without the states that nobody is in. */
export const statesIn = (users: readonly UserRow[]) =>
  USER_STATES.map((state) => ({
    state,
    count: users.filter((user) => stateOf(user) === state).length,
  })).filter(({ count }) => count > 0)
