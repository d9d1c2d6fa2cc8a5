import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScreeningCase } from '../../../shared/contract/screening.ts'
import { useMay } from '../../calls/use-may.ts'
import { DecisionPair, DecisionPanel } from '../../components/decision-pair.tsx'
import { Note } from '../../components/failure-note.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { ClearForm } from './clear-form.tsx'
import { ConfirmForm } from './confirm-form.tsx'

type Props = { readonly shown: ScreeningCase; readonly onDecided: () => void }

/** Clearing or confirming; of what was decided, what follows from it. */
export function CaseDecision({ shown, onDecided }: Props) {
  const { t } = useTranslation('screening')
  const mayDecide = useMay('screening.clear')
  const [form, setForm] = useState<'clear' | 'confirm' | null>(null)
  const { status, own } = shown
  const clears = mayDecide && status !== 'CLEARED' && !own && form === null
  const confirms = mayDecide && status === 'OPEN' && form === null
  useKeys({
    C: { label: t('clear'), run: () => setForm('clear'), disabled: !clears },
    X: { label: t('confirm'), run: () => setForm('confirm'), disabled: !confirms },
  })
  const leave = { onDecided, onClose: () => setForm(null) }
  return (
    <DecisionPanel>
      {form === 'clear' && <ClearForm id={shown.id} {...leave} />}
      {form === 'confirm' && <ConfirmForm id={shown.id} {...leave} />}
      {form === null && status !== 'OPEN' && (
        <Note tone={status === 'CLEARED' ? 'ok' : 'bad'}>{t(`state.${status}`)}</Note>
      )}
      {form === null && mayDecide && own && status !== 'CLEARED' && (
        <Note tone="info">{t('ownCustomer')}</Note>
      )}
      {form === null && mayDecide && status !== 'CLEARED' && (
        <DecisionPair
          refuse={{ label: t('confirm'), keys: 'X', run: () => setForm('confirm'), unavailable: !confirms }}
          approve={{ label: t('clear'), keys: 'C', run: () => setForm('clear'), unavailable: !clears }}
        />
      )}
    </DecisionPanel>
  )
}
