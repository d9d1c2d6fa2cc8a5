import { useQueryCall } from '../../calls/use-call.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { LegalHoldForm } from './legal-hold-form.tsx'
import { RateForm } from './rate-form.tsx'
import { ReviewForm } from './review-form.tsx'

/** With the id of the legal hold that is to be released. */
export type StandingFormKind = 'review' | 'rate' | 'hold' | `release ${string}`

type Props = {
  readonly kind: StandingFormKind
  readonly customerId: string
  /** `message` says what was done. */
  readonly onClose: (message?: string) => void
}

/** Reviewing a customer, proposing another risk, or placing and releasing a legal hold, in the column beside what it begins from. */
export function StandingForm({ kind, customerId, onClose }: Props) {
  const { answer } = useQueryCall('documents.readStanding', { customerId })
  if (answer.state !== 'known') return <AnswerNote answer={answer} inset />
  if (kind !== 'review' && kind !== 'rate') {
    const holdId = kind === 'hold' ? null : kind.slice('release '.length)
    return <LegalHoldForm customerId={customerId} holdId={holdId} onClose={onClose} />
  }
  const Form = kind === 'review' ? ReviewForm : RateForm
  return <Form customerId={customerId} standing={answer.value} onClose={onClose} />
}
