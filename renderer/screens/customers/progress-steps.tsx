import { IconCheck, IconCircle, IconCircleDot } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { missingKinds, stepsOf, type StepState } from './progress.ts'

const SIGNS = { done: IconCheck, now: IconCircleDot, later: IconCircle } as const

type Props = {
  readonly customer: CustomerView
  readonly onUpload: (() => void) | undefined
  readonly onOpenAccount: (() => void) | undefined
}

/** How far the relationship has come, while it is not finished, and the next step as a button. */
export function Progress({ customer, onUpload, onOpenAccount }: Props) {
  const { t } = useTranslation(['customers', 'documents'])
  const steps = stepsOf(customer)
  const now = steps.find(({ state }) => state === 'now')?.step
  if (now === undefined) return null
  const missing = missingKinds(customer.documents)
  return (
    <section className="progress" aria-labelledby="progress-title">
      <h2 id="progress-title" className="unseen">
        {t('progress.title')}
      </h2>
      <ol className="progress-steps">
        {steps.map(({ step, state }) => (
          <li key={step} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            <Sign state={state} />
            {t(`progress.${step}`)}
            <span className="unseen">{t(`progress.${state}`)}</span>
          </li>
        ))}
      </ol>
      <div className="progress-next">
        <p>{t(wordsFor(now, missing))}</p>
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

function wordsFor(now: string, missing: ReturnType<typeof missingKinds>) {
  if (now === 'account') return 'progress.approved'
  if (now === 'verified') return 'progress.waiting'
  if (missing.length === 2) return 'documents:missing.both'
  return missing.includes('identity') ? 'documents:missing.identity' : 'documents:missing.address'
}
