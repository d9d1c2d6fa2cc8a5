import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Correction } from '../../../shared/contract/customers.ts'
import { fullName } from '../../../shared/rules/full-name.ts'
import { useCall, useQueryCall } from '../../calls/use-call.ts'
import { useMay } from '../../calls/use-may.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { DateText } from '../../components/bidi.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { DeclineForm } from './decline-form.tsx'
import layout from '../../theme/layout.module.css'
import styles from './waiting-corrections.module.css'

type Props = {
  /** Of one customer, or null: of the whole branch. */
  readonly customerId: string | null
  /** Absent on the page of the customer. */
  readonly onOpen?: (customerId: string) => void
}

/** The corrections of name and birth that wait, and for somebody who may: the decision. Nothing where none waits. */
export function WaitingCorrections({ customerId, onOpen }: Props) {
  const { answer } = useQueryCall('customers.listCorrections', { customerId }, { every: 30_000 })
  if (answer.state !== 'known') return <AnswerNote answer={answer} />
  return answer.value.corrections.map((correction) => (
    <WaitingCorrection
      key={correction.id}
      correction={correction}
      {...(onOpen === undefined ? {} : { onOpen })}
    />
  ))
}

type OneProps = Omit<Props, 'customerId'> & { readonly correction: Correction }

function WaitingCorrection({ correction, onOpen }: OneProps) {
  const { t } = useTranslation('customers')
  const { from, to, reason, proposedBy } = correction
  return (
    <div className={styles.waiting}>
      <Note tone="info">
        <p>{t('correction.waits', { name: proposedBy, reason })}</p>
        <p>
          <bdi>{fullName(from)}</bdi>, <DateText value={from.dateOfBirth} /> → <bdi>{fullName(to)}</bdi>,{' '}
          <DateText value={to.dateOfBirth} />
        </p>
        {onOpen === undefined ? (
          <Decision correction={correction} />
        ) : (
          <BusyButton variant="default" onClick={() => onOpen(correction.customerId)}>
            {t('correction.open')}
          </BusyButton>
        )}
      </Note>
    </div>
  )
}

/** Approve or decline, for a supervisor who did not propose it. */
function Decision({ correction: { id: correctionId, own } }: { readonly correction: Correction }) {
  const { t } = useTranslation('customers')
  const may = useMay('customers.approveCorrection')
  const approve = useCall('customers.approveCorrection')
  const [declining, setDeclining] = useState(false)
  if (own) return <p>{t('correction.own')}</p>
  if (!may) return null
  if (declining) return <DeclineForm correctionId={correctionId} onClose={() => setDeclining(false)} />
  return (
    <>
      <FailureNote failure={approve.failure} />
      <div className={layout.sideBySide}>
        <BusyButton busy={approve.busy} onClick={() => void approve.run({ correctionId })}>
          {t('correction.approve')}
        </BusyButton>
        <BusyButton variant="default" onClick={() => setDeclining(true)}>
          {t('correction.decline')}
        </BusyButton>
      </div>
    </>
  )
}
