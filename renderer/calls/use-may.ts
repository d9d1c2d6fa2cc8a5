import type { CallName } from '../../shared/contract.ts'
import { mayCall } from '../../shared/contract/may-call.ts'
import { useSession } from './use-session.ts'

/** Whether the signed-in person's role may make this call: what it may not is not offered. The main process enforces it. */
export function useMay(name: CallName): boolean {
  const { user } = useSession()
  return user !== null && mayCall(user.role, name)
}
