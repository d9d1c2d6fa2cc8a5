import type { ReactNode } from 'react'
import type { PostingView } from '../../../shared/contract/postings.ts'
import { AwaitedSlip } from './awaited-slip.tsx'
import type { SlipKind } from './slip-kinds.ts'
import { useAwaited } from './use-awaited.ts'

type Props = {
  /** As the ledger answered it: posted, or waiting for a second person. */
  readonly answered: PostingView
  readonly kind: SlipKind
  readonly onNext: () => void
  /** What is shown once it is posted. */
  readonly children: (posted: PostingView) => ReactNode
}

/** What came of a slip, in the place where it was typed. One that waits goes on by itself when it is decided. */
export function FinishedSlip({ answered, kind, onNext, children }: Props) {
  const awaited = useAwaited(answered)
  if (awaited.posted !== null) return children(awaited.posted)
  return <AwaitedSlip waiting={answered} awaited={awaited} kind={kind} onNext={onNext} />
}
