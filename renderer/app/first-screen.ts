import type { Role } from '../../shared/contract/define.ts'
import { homeOf, screensOf } from './screens.ts'

/** Where the next person begins who signs in; null is at home. */
let next: string | null = null

export const beginAt = (path: string): void => void (next = path)

/** The screen on which somebody begins, once: the home of the role, unless there is something to see to first. */
export function firstScreenOf(role: Role): string {
  const asked = screensOf(role).find(({ path }) => path === next)?.path
  next = null
  return asked ?? homeOf(role)
}
