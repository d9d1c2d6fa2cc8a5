import { IconCheck, IconCircle, IconCircleDot } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { missingAsks } from '../../../shared/rules/documents.ts'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { rejectedLast } from '../documents/rejected-last.ts'
import { missingWords } from '../documents/missing-words.ts'
import { stepsOf, type Step, type StepState } from './progress.ts'
import layout from '../../theme/layout.module.css'
import styles from './progress-steps.module.css'

const SIGNS = { done: IconCheck, now: IconCircleDot, later: IconCircle } as const

type Props = {
  readonly customer: CustomerView
  readonly onUpload: (() => void) | undefined
  readonly onOpenAccount: (() => void) | undefined
}

/** The progress of a new customer until an account is open, and the next step as a button. */
export function Progress({ customer, onUpload, onOpenAccount }: Props) {
  const { t } = useTranslation(['customers', 'documents'])
  const steps = stepsOf(customer)
  const now = steps.find(({ state }) => state === 'now')?.step
  if (now === undefined) return null
  return (
    <section className={styles.progress} aria-labelledby="progress-title">
      <h2 id="progress-title" className={layout.visuallyHidden}>
        {t('progress.title')}
      </h2>
      <ol className={styles.steps}>
        {steps.map(({ step, state }) => (
          <li key={step} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            <Sign state={state} />
            {t(`progress.${step}`)}
            <span className={layout.visuallyHidden}>{t(`progress.${state}`)}</span>
          </li>
        ))}
      </ol>
      <div className={styles.next}>
        <div>
          <NextWords now={now} customer={customer} />
          {rejectedLast(customer.documents, customer.asks).map((document) => (
            <p key={document.id} className={styles.rejected}>
              {t('documents:held.rejected', {
                type: t(`documents:type.${document.documentType}`),
                reason: document.rejectionReason ?? '',
              })}
            </p>
          ))}
        </div>
        {now === 'documents' && onUpload !== undefined && (
          <BusyButton keys="U" onClick={onUpload}>
            {t('progress.uploadNext')}
          </BusyButton>
        )}
        {now === 'account' && onOpenAccount !== undefined && (
          <BusyButton keys="O" onClick={onOpenAccount}>
            {t('progress.openNext')}
          </BusyButton>
        )}
      </div>
    </section>
  )
}

function Sign({ state }: { readonly state: StepState }) {
  const Icon = SIGNS[state]
  return <Icon size={16} stroke={2} aria-hidden />
}

function NextWords({ now, customer }: { readonly now: Step } & Pick<Props, 'customer'>) {
  const { t } = useTranslation(['customers', 'documents'])
  const { t: ofDocuments } = useTranslation('documents')
  if (now === 'account') return <p>{t('progress.approved')}</p>
  const missing = missingWords(ofDocuments, missingAsks(customer.documents, customer.asks))
  return <p>{now === 'verified' || missing === null ? t('progress.waiting') : missing}</p>
}
