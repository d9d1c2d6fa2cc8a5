import { useQueryCall } from '../../calls/use-call.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { RateForm } from './rate-form.tsx'
import { ReviewForm } from './review-form.tsx'

export type StandingFormKind = 'review' | 'rate'

type Props = {
  readonly kind: StandingFormKind
  readonly customerId: string
  /** `message` says what was done. */
  readonly onClose: (message?: string) => void
}

/** Reviewing a customer, or proposing another risk, in the column beside what it begins from. */
export function StandingForm({ kind, customerId, onClose }: Props) {
  const { answer } = useQueryCall('documents.readStanding', { customerId })
  if (answer.state !== 'known') return <AnswerNote answer={answer} inset />
  const Form = kind === 'review' ? ReviewForm : RateForm
  return <Form customerId={customerId} standing={answer.value} onClose={onClose} />
}
