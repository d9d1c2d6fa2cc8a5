import { useState } from 'react'
import { usePostingCommand } from '../../calls/use-posting-command.ts'
import { useSession } from '../../calls/use-session.ts'
import { NOTHING_COUNTED, type CountDraft } from './count-draft.ts'
import type { HeldTill } from './held-till.ts'

type Slip = 'till' | 'count' | 'vault' | 'cash' | 'tolerance'

/**
 * The slips of the till screen: which one is shown, about which till, and the postings that they make. `opened` is the till that
 * another screen opened this one for.
 */
export function useTillSlips(opened: string | null) {
  const { till } = useSession()
  const opening = usePostingCommand('tills.open')
  const closing = usePostingCommand('tills.close')
  const [slip, show] = useState<Slip>('till')
  const [chosen, choose] = useState(opened)
  const [countedForOther, setCountedForOther] = useState<HeldTill | null>(null)
  const drafts = useCountDrafts()
  const startAgain = () => {
    opening.reset()
    closing.reset()
    drafts.clear()
    choose(null)
    setCountedForOther(null)
    show('till')
  }
  return {
    opening,
    closing,
    slip,
    show,
    /** The id of the till that was picked in the list. */
    chosen,
    choose,
    /** The till to count: the one that a supervisor counts for its holder, or else the caller's own, if any. */
    counted: countedForOther ?? till,
    countedForOther,
    /** Begins to count the till of another holder, or with null the caller's own. */
    count: (other: HeldTill | null) => {
      setCountedForOther(other)
      show('count')
    },
    /** Counts once more, after two counts that differed. */
    countAgain: () => {
      closing.reset()
      drafts.clear()
      show('count')
    },
    counting: slip === 'count' && closing.phase !== 'posted',
    frozen: opening.frozen || closing.frozen,
    drafts,
    startAgain,
  }
}

export type TillSlips = ReturnType<typeof useTillSlips>

/** What is counted so far, by till: a count that was begun is still there after another till was shown. */
function useCountDrafts() {
  const [drafts, setDrafts] = useState<Readonly<Record<string, CountDraft>>>({})
  return {
    of: (tillId: string) => drafts[tillId] ?? NOTHING_COUNTED,
    put: (tillId: string, draft: CountDraft) => setDrafts({ ...drafts, [tillId]: draft }),
    clear: () => setDrafts({}),
  }
}
