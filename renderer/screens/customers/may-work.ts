import { useSession } from '../../calls/use-session.ts'

/** What the signed-in role may do here. It decides only what is offered; the main process checks each call. */
export function useMayWork() {
  const { user } = useSession()
  const supervisor = user?.role === 'SUPERVISOR'
  return { mayWork: supervisor || user?.role === 'TELLER', supervisor, userId: user?.id ?? '' }
}
