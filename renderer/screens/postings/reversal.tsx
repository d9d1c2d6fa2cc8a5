import { useTranslation } from 'react-i18next'
import type { PostingView } from '../../../shared/contract/postings.ts'
import { PostedSlip } from './posted-slip.tsx'
import { ReversalForm } from './reversal-form.tsx'
import { ReversalWaits } from './reversal-waits.tsx'
import { useReversal } from './use-reversal.ts'

type Props = {
  /** The posting that is to be undone. */
  readonly posted: PostingView
  /** Leaves it as it is. */
  readonly onBack: () => void
  /** Goes on after it was reversed, or was put before a second person. */
  readonly onNext: () => void
}

/** Reverses a posting in the place where it is shown. */
export function Reversal({ posted, onBack, onNext }: Props) {
  const { t } = useTranslation('postings')
  const reversal = useReversal(posted)
  const { result } = reversal.posting
  if (result === null) return <ReversalForm posted={posted} reversal={reversal} onBack={onBack} />
  if (result.posting !== null)
    return <PostedSlip posted={result.posting} title={t('reversal.done')} onNext={onNext} />
  return <ReversalWaits approvalId={result.waits?.approvalId ?? ''} posted={posted} onNext={onNext} />
}
