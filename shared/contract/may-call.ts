import { type CallName, contract } from '../contract.ts'
import type { Access, Role } from './define.ts'

/**
 * Whether a user of this role, signed in with a password of their own, may make this call. The dispatcher enforces it
 * and the window asks it before it offers anything.
 */
export function mayCall(role: Role, name: CallName): boolean {
  const access: Access = contract[name].roles
  return typeof access === 'string' || access.includes(role)
}
