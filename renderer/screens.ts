import {
  IconBook2,
  IconCalendarEvent,
  IconCash,
  IconCashRegister,
  IconDatabaseCog,
  IconId,
  IconShieldCheck,
  IconUsers,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react'
import type { FunctionComponent } from 'react'
import type { Role } from '../shared/contract/define.ts'
import type { shell } from './i18n/en/shell.ts'
import { AccountsScreen } from './screens/accounts/accounts-screen.tsx'
import { AuditScreen } from './screens/audit/audit-screen.tsx'
import { BranchScreen } from './screens/branch/branch-screen.tsx'
import { ConnectionScreen } from './screens/connection/connection-screen.tsx'
import { CounterScreen } from './screens/counter/counter-screen.tsx'
import { CustomersScreen } from './screens/customers/customers-screen.tsx'
import { KycScreen } from './screens/kyc/kyc-screen.tsx'
import { KycWaiting } from './screens/kyc/kyc-waiting.tsx'
import { TillScreen } from './screens/till/till-screen.tsx'
import { UsersScreen } from './screens/users/users-screen.tsx'

export type Screen = {
  readonly path: `/${string}`
  /** Its word in the navigation: a key of `nav` in i18n/en/shell.ts. */
  readonly name: keyof (typeof shell)['nav']
  readonly icon: Icon
  /** Who sees it. The main process decides for itself who may do what. */
  readonly roles: readonly Role[]
  readonly component: FunctionComponent
  /** Absent from the navigation: opened from another screen. */
  readonly hidden?: boolean
  /** Draws how many things wait there: a component around `WaitingCount`, so that it stays fresh by itself. */
  readonly waiting?: FunctionComponent
}

/** Every screen, in the order of the navigation. The first one that a role sees is its home. */
export const screens: readonly Screen[] = [
  {
    path: '/counter',
    name: 'counter',
    icon: IconCash,
    roles: ['TELLER', 'SUPERVISOR'],
    component: CounterScreen,
  },
  {
    path: '/customers',
    name: 'customers',
    icon: IconUsers,
    roles: ['TELLER', 'SUPERVISOR', 'AUDITOR'],
    component: CustomersScreen,
  },
  {
    path: '/kyc',
    name: 'kyc',
    icon: IconId,
    roles: ['SUPERVISOR', 'AUDITOR'],
    component: KycScreen,
    waiting: KycWaiting,
  },
  {
    path: '/accounts',
    name: 'accounts',
    icon: IconBook2,
    roles: ['TELLER', 'SUPERVISOR', 'AUDITOR'],
    component: AccountsScreen,
  },
  {
    path: '/till',
    name: 'till',
    icon: IconCashRegister,
    roles: ['TELLER', 'SUPERVISOR'],
    component: TillScreen,
  },
  {
    path: '/branch',
    name: 'branch',
    icon: IconCalendarEvent,
    roles: ['SUPERVISOR', 'ADMIN'],
    component: BranchScreen,
  },
  {
    path: '/audit',
    name: 'audit',
    icon: IconShieldCheck,
    roles: ['AUDITOR', 'ADMIN'],
    component: AuditScreen,
  },
  { path: '/users', name: 'users', icon: IconUsersGroup, roles: ['ADMIN'], component: UsersScreen },
  {
    path: '/connection',
    name: 'connection',
    icon: IconDatabaseCog,
    roles: ['ADMIN'],
    component: ConnectionScreen,
  },
]

export const screensOf = (role: Role) => screens.filter(({ roles }) => roles.includes(role))

const HOME: Partial<Record<Role, Screen['path']>> = { AUDITOR: '/audit', ADMIN: '/users' }

/** Where somebody begins: at the counter, except auditors and administrators. */
export function homeOf(role: Role): string {
  const mine = screensOf(role)
  return mine.find(({ path }) => path === HOME[role])?.path ?? mine[0]?.path ?? '/'
}
