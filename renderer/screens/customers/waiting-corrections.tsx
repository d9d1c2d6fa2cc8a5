import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Correction, DocumentView } from '../../../shared/contract/customers.ts'
import { fullName } from '../../../shared/rules/full-name.ts'
import { useCall, useQueryCall } from '../../calls/use-call.ts'
import { useMay } from '../../calls/use-may.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { DateText, Identifier } from '../../components/bidi.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { Fact } from '../../components/fact.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { DeclineForm } from './decline-form.tsx'
import layout from '../../theme/layout.module.css'
import buttons from '../../components/buttons.module.css'
import styles from './waiting-corrections.module.css'

type Props = {
  /** Of one customer, or null: of the whole branch. */
  readonly customerId: string | null
  /** Absent on the page of the customer. */
  readonly onOpen?: (customerId: string) => void
  /** On the page of the customer: the documents, and what opens one. */
  readonly documents?: readonly DocumentView[]
  readonly onDocument?: (id: string) => void
}

/** The corrections of name and birth that wait, and for somebody who may: the decision. Nothing where none waits. */
export function WaitingCorrections({ customerId, ...page }: Props) {
  const { answer } = useQueryCall('customers.listCorrections', { customerId }, { every: 30_000 })
  if (answer.state !== 'known') return <AnswerNote answer={answer} />
  return answer.value.corrections.map((correction) => (
    <WaitingCorrection key={correction.id} correction={correction} {...page} />
  ))
}

type OneProps = Omit<Props, 'customerId'> & { readonly correction: Correction }

function WaitingCorrection({ correction, onOpen, documents = [], onDocument }: OneProps) {
  const { t } = useTranslation(['customers', 'documents'])
  const { reason, proposedBy, documentId } = correction
  const shownBy = documents.find(({ id }) => id === documentId)
  return (
    <div className={styles.waiting}>
      <Note tone="info">
        <p>{t('correction.waits', { name: proposedBy, reason })}</p>
        <Comparison correction={correction} />
        {shownBy !== undefined && (
          <p>
            {t('correction.shownBy')}{' '}
            <button type="button" className={buttons.link} onClick={() => onDocument?.(documentId)}>
              {t(`documents:type.${shownBy.documentType}`)} <Identifier>{shownBy.documentNumber}</Identifier>
            </button>
          </p>
        )}
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

/** What is on file and what is proposed, below each other. */
function Comparison({ correction: { from, to } }: { readonly correction: Correction }) {
  const { t } = useTranslation('customers')
  const sides = [
    { label: t('correction.now'), person: from },
    { label: t('correction.right'), person: to },
  ]
  return (
    <dl className={styles.comparison}>
      {sides.map(({ label, person }) => (
        <Fact key={label} label={label}>
          <bdi>{fullName(person)}</bdi>, {t('correction.born')} <DateText value={person.dateOfBirth} />
        </Fact>
      ))}
    </dl>
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
