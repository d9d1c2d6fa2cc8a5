import { useTranslation } from 'react-i18next'
import type { Correction } from '../../../shared/contract/correction-views.ts'
import type { DocumentView } from '../../../shared/contract/document-views.ts'
import { fullName } from '../../../shared/rules/full-name.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { useMay } from '../../calls/use-may.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { DateText, Identifier } from '../../components/bidi.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { Fact } from '../../components/fact.tsx'
import { Note } from '../../components/failure-note.tsx'
import type { Showing } from '../documents/use-showing.ts'
import { countryName } from './countries.ts'
import { CorrectionDecision } from './correction-decision.tsx'
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
  /** Beside a document: only what rests on it waits there, and is decided. */
  readonly beside?: BesideDocument
}
type BesideDocument = {
  readonly documentId: string
  readonly showing: Showing
  readonly onDecided: (message: string) => void
}

/**
 * The corrections of name, birth and nationality that wait. They are decided beside the document that shows what is right, once it has been
 * shown. Nothing where none waits.
 */
export function WaitingCorrections({ customerId, ...page }: Props) {
  const { answer } = useQueryCall('customers.listCorrections', { customerId }, { every: 30_000 })
  const { t } = useTranslation('customers')
  if (answer.state !== 'known') return <AnswerNote answer={answer} unknown={t('correction.unknown')} inset />
  const { beside } = page
  return answer.value.corrections
    .filter(({ documentId }) => beside === undefined || beside.documentId === documentId)
    .map((correction) => <WaitingCorrection key={correction.id} correction={correction} {...page} />)
}

type OneProps = Omit<Props, 'customerId'> & { readonly correction: Correction }

function WaitingCorrection({ correction, onOpen, documents = [], onDocument, beside }: OneProps) {
  const { t } = useTranslation(['customers', 'documents'])
  const may = useMay('customers.approveCorrection')
  const { reason, proposedBy, documentId, own } = correction
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
        {own && <p>{t('correction.own')}</p>}
        <div className={styles.decision}>
          {onOpen !== undefined && (
            <BusyButton variant="default" onClick={() => onOpen(correction.customerId)}>
              {t('correction.open')}
            </BusyButton>
          )}
          {may && !own && onDocument !== undefined && (
            <BusyButton onClick={() => onDocument(documentId)}>{t('correction.look')}</BusyButton>
          )}
          {may && !own && beside !== undefined && (
            <CorrectionDecision correctionId={correction.id} {...beside} />
          )}
        </div>
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
          {person.nationality !== null && <>, {countryName(person.nationality)}</>}
        </Fact>
      ))}
    </dl>
  )
}
