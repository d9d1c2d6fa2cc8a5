import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { IconFileUpload } from '@tabler/icons-react'
import { known, LOADING } from '../../calls/answer.ts'
import { Column } from '../../components/columns.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { NewPaymentsForm } from './new-payments-form.tsx'
import { PaymentTable } from './payment-table.tsx'
import { useNewPayments, type NewPayments as Work } from './use-new-payments.ts'

/** A file that is about to be taken: its lines in the middle, and beside them the account that pays, the sums and the button. */
export function NewPayments({ onTaken }: { readonly onTaken: (id: string) => void }) {
  const { t } = useTranslation('payments')
  const work = useNewPayments(onTaken)
  return (
    <>
      <Column label={t('lines')}>
        <PageHeader title={work.chosen?.fileName ?? t('lines')} />
        <Lines work={work} />
      </Column>
      <Column label={t('new')} tone="sunken">
        <NewPaymentsForm work={work} />
      </Column>
    </>
  )
}

function Lines({ work: { preview, reading } }: { readonly work: Work }) {
  const { t } = useTranslation('payments')
  const lines = preview?.lines
  const rows = useMemo(
    () => (lines === undefined ? LOADING : known(lines.map((line) => ({ ...line, posting: null })))),
    [lines],
  )
  if (preview === null && !reading)
    return (
      <EmptyState icon={<IconFileUpload size={32} stroke={1.5} />} title={t('choose')} hint={t('forms')} />
    )
  return <PaymentTable lines={rows} currency={preview?.currency ?? 'USD'} otherwise={t('right')} />
}
