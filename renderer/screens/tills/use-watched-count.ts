import { useEffect } from 'react'
import { create } from 'zustand'
import type { TillRow } from '../../../shared/contract/tills.ts'
import { useSession } from '../../calls/use-session.ts'

type Watched = {
  /** The time with a till that was counted by its first person. */
  readonly closing: string | null
  /** Cash between vault and till, or a float, that one person has counted. */
  readonly cash: string | null
}
const NOTHING: Watched = { closing: null, cash: null }

/** By person, and kept while other screens are open or somebody else is signed in: what came of a count is told to whoever made it. */
const useWatched = create<Readonly<Record<string, Watched>>>(() => ({}))

/** The caller's counts that wait for a second person. One stays in sight until its end was seen, also when that comes while the caller is away. */
export function useWatchedCount(mine: TillRow | undefined) {
  const owner = useSession().user?.id ?? ''
  const before = useWatched((all) => all[owner]) ?? NOTHING
  const isCounted = mine?.counted === true
  const closing = isCounted ? mine.sessionId : before.closing
  const cash = isCounted ? null : (mine?.waits ?? before.cash)
  useEffect(() => useWatched.setState({ [owner]: { closing, cash } }), [owner, closing, cash])
  return {
    closing,
    cash,
    forget: () => useWatched.setState({ [owner]: NOTHING }),
    forgetCash: () => useWatched.setState({ [owner]: { closing, cash: null } }),
  }
}
