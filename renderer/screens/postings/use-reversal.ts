import { useState } from 'react'
import type { PostingView } from '../../../shared/contract/postings.ts'
import { usePostingCommand } from '../../calls/use-posting-command.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'

/** A posting to be reversed: what that would do, the reason that is chosen, and how the reversal stands. */
export function useReversal({ id: transactionId, reference, amount, currency }: PostingView) {
  const { serverConnected } = useSession()
  const posting = usePostingCommand('postings.reverse')
  const enabled = posting.phase !== 'posted'
  const [reasonCode, setReasonCode] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const [withFees, setWithFees] = useState(true)
  const [pressed, setPressed] = useState(false)
  const { answer } = useQueryCall(
    'postings.previewReversal',
    { transactionId, withFees },
    { enabled, keep: true },
  )
  const preview = answer.state === 'known' ? answer.value : null
  const reason = preview?.reasons.find(({ code }) => code === reasonCode) ?? null
  const needsWords = reason?.needsWords === true
  const missing = { reason: reason === null, words: needsWords && words.trim() === '' }
  const post = () => {
    setPressed(true)
    if (preview === null || reasonCode === null || missing.reason || missing.words) return
    const given = words.trim()
    const shown = [reference, `${amount} ${currency}`]
    posting.post({ transactionId, reasonCode, words: given === '' ? null : given, withFees, shown })
  }
  return {
    answer,
    preview,
    posting,
    reasonCode,
    choose: setReasonCode,
    words,
    setWords,
    withFees,
    setWithFees,
    needsWords,
    /** What is missing of what was pressed for. */
    missing: pressed ? missing : { reason: false, words: false },
    post,
    unavailable: preview === null || posting.frozen || !serverConnected,
  }
}

export type Reversal = ReturnType<typeof useReversal>
