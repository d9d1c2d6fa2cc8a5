import { IconDatabaseCog, type Icon } from '@tabler/icons-react'
import type { FunctionComponent } from 'react'
import type { Role } from '../shared/contract/define.ts'
import type { shell } from './i18n/en/shell.ts'
import { ConnectionScreen } from './screens/connection/connection-screen.tsx'

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
