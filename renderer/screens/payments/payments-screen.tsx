import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLeave } from '../../app/use-leave.ts'
import { useMay } from '../../calls/use-may.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { Column, Columns } from '../../components/columns.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { NewPayments } from './new-payments.tsx'
import { PaymentFileView } from './payment-file-view.tsx'
import { PaymentsColumn } from './payments-column.tsx'

/** In milliseconds. */
const LOOK_AGAIN_MS = 10_000

/** Files of payments: those that were taken, the lines of one, and beside them how far it is; or a new one. */
export function PaymentsScreen() {
  const { t } = useTranslation('payments')
  const mayTake = useMay('payments.begin')
  const { asked } = useLeave()
  const [chosen, setChosen] = useState<string | null>(null)
  const [taken, setTaken] = useState<string | null>(null)
  const { answer } = useQueryCall('payments.list', {}, { every: LOOK_AGAIN_MS, keep: true })
  const first = answer.state === 'known' ? (answer.value.files[0]?.id ?? null) : null
  const shown = chosen ?? (mayTake ? null : first)
  const beginNew = () => setChosen(null)
  useKeys(mayTake ? { 'Ctrl+N': { label: t('new'), run: beginNew, disabled: shown === null } } : {})
  const onTaken = (id: string) => {
    setTaken(id)
    setChosen(id)
  }
  return (
    <Columns layout="review">
      <PaymentsColumn
        answer={answer}
        shown={shown}
        onChoose={(id) => asked(`file ${id}`, () => setChosen(id))}
        onNew={mayTake ? beginNew : null}
      />
      {shown === null && mayTake && <NewPayments onTaken={onTaken} />}
      {shown === null && !mayTake && (
        <Column label={t('lines')} tone="canvas">
          <EmptyState title={t('none')} hint={t('noneHint')} />
        </Column>
      )}
      {shown !== null && <PaymentFileView key={shown} id={shown} mine={shown === taken} />}
    </Columns>
  )
}
