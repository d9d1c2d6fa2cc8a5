import { useSession } from '../../calls/use-session.ts'

/** What the signed-in role may begin here. Only a matter of what is offered: the main process decides for itself. */
export function useMayWork() {
  const { user } = useSession()
  const supervisor = user?.role === 'SUPERVISOR'
  return { mayWork: supervisor || user?.role === 'TELLER', supervisor, userId: user?.id ?? '' }
}
