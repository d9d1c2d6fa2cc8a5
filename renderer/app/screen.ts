import type { Icon } from '@tabler/icons-react'
import type { FunctionComponent } from 'react'
import type { CallName } from '../../shared/contract.ts'
import { ROLES, type Role } from '../../shared/contract/define.ts'
import { mayCall } from '../../shared/contract/may-call.ts'
import type { shell } from '../i18n/en/shell.ts'

export type Screen = {
  readonly path: `/${string}`
  /** Its name in the navigation: a key of `nav` in i18n/en/shell.ts. */
  readonly name: keyof (typeof shell)['nav']
  readonly icon: Icon
  /** Who sees it. What they may do there, the main process decides. */
  readonly roles: readonly Role[]
  readonly component: FunctionComponent
  /** Absent from the navigation: opened from another screen. */
  readonly hidden?: boolean
  /** Draws how many things wait there: a component around `WaitingCount` that keeps the count up to date. */
  readonly waiting?: FunctionComponent
}

/** The roles that may make one of these calls. */
export const whoMay = (...names: readonly CallName[]) =>
  ROLES.filter((role) => names.some((name) => mayCall(role, name)))
