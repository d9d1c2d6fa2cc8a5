import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Recovery } from '../../../shared/contract/intents.ts'
import { ask, call } from '../../calls/api.ts'
import { lostKeys } from '../../calls/pending-postings.ts'
import { useSession } from '../../calls/use-session.ts'

const QUESTION = ['intents.settle']

/** In milliseconds: while the server still works on one. */
const ASK_AGAIN_MS = 5_000

/** What became of postings whose answer was lost at this workstation, asked for as soon as somebody is signed in and the server answers. */
export function useRecoveries() {
  const client = useQueryClient()
  const { stage, serverConnected } = useSession()
  const [later, setLater] = useState<readonly string[]>([])
  const { data = [] } = useQuery<readonly Recovery[]>({
    queryKey: QUESTION,
    queryFn: async () =>
      (await ask('intents.settle', { page: window.corex.page, lost: lostKeys() })).recoveries,
    enabled: stage === 'ready' && serverConnected,
    refetchInterval: ({ state }) =>
      (state.data ?? []).some(({ outcome }) => outcome === 'NOT_KNOWN') ? ASK_AGAIN_MS : false,
  })
  return {
    recoveries: data.filter(({ key, outcome }) => !later.includes(`${key} ${outcome}`)),
    /** It has been seen, and the cash is where it belongs. */
    acknowledge: async (key: string) => {
      await call('intents.acknowledge', { key })
      await client.invalidateQueries({ queryKey: QUESTION })
    },
    /** Not shown again to this person while it stands as it does. */
    putOff: ({ key, outcome }: Recovery) => setLater((before) => [...before, `${key} ${outcome}`]),
  }
}
