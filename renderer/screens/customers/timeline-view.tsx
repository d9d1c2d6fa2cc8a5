import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import { timelineKind } from '../../../shared/contract/timeline-views.ts'
import { fullName } from '../../../shared/rules/full-name.ts'
import { useMay } from '../../calls/use-may.ts'
import { Column, Columns } from '../../components/columns.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { ReceiptPanel } from '../postings/receipt-panel.tsx'
import { CustomerHeader } from './customer-header.tsx'
import { TimelineTable } from './timeline-table.tsx'
import { useTimeline, type Timeline } from './use-timeline.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import chips from '../../components/chips.module.css'
import styles from './timeline.module.css'

type Props = { readonly customer: CustomerView; readonly onClose: () => void }

/** Everything that has happened to a customer as one list; a posting opens beside it. */
export function TimelineView({ customer, onClose }: Props) {
  const { t } = useTranslation('customers')
  const timeline = useTimeline(customer.id)
  const [receipt, setReceipt] = useState<string | null>(null)
  const table = useRef<HTMLDivElement>(null)
  const known = timeline.rows.state === 'known'
  const focusTable = () => table.current?.querySelector<HTMLElement>('tbody tr[tabindex="0"]')?.focus()
  useEffect(() => {
    if (known) table.current?.querySelector<HTMLElement>('tbody tr[tabindex="0"]')?.focus()
  }, [known])
  const closeReceipt = () => {
    setReceipt(null)
    focusTable()
  }
  const back = receipt === null ? onClose : closeReceipt
  useKeys({
    Escape: { label: t('back'), run: back, quiet: true },
    T: { label: t('timeline.close'), run: onClose },
  })
  return (
    <Columns layout={receipt === null ? 'single' : 'list-detail'}>
      <Column label={t('timeline.title')}>
        <CustomerHeader customer={customer} formOpen={false} onBack={onClose} />
        <TimelineChips timeline={timeline} />
        <div ref={table} className={classes(layout.grow, styles.list)}>
          <TimelineTable
            timeline={timeline}
            selected={receipt}
            label={t('timeline.of', { name: fullName(customer) })}
            onOpen={({ transactionId = null }) => setReceipt(transactionId)}
          />
        </div>
      </Column>
      {receipt !== null && (
        <Column label={t('timeline.posting')} tone="sunken">
          <ReceiptPanel key={receipt} transactionId={receipt} onClose={closeReceipt} />
        </Column>
      )}
    </Columns>
  )
}

/** Chips that narrow the list to one part. */
function TimelineChips({ timeline: { kind, setKind } }: { readonly timeline: Timeline }) {
  const { t } = useTranslation('customers')
  const maySeeMatches = useMay('screening.cases')
  const kinds = timelineKind.options.filter((each) => each !== 'SCREENING' || maySeeMatches)
  return (
    <fieldset className={chips.chips}>
      <legend className={layout.visuallyHidden}>{t('timeline.kinds')}</legend>
      <button type="button" className={chips.chip} aria-pressed={kind === null} onClick={() => setKind(null)}>
        {t('timeline.all')}
      </button>
      {kinds.map((each) => (
        <button
          key={each}
          type="button"
          className={chips.chip}
          aria-pressed={kind === each}
          onClick={() => setKind(kind === each ? null : each)}
        >
          {t(`timeline.kind.${each}`)}
        </button>
      ))}
    </fieldset>
  )
}
