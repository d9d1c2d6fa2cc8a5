import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SuspenseItem } from '../../../shared/contract/book-views.ts'
import { mapAnswer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { Column, Columns } from '../../components/columns.tsx'
import { Fact } from '../../components/fact.tsx'
import { DayFilter } from '../../components/form/day-filter.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { ReceiptPanel } from '../postings/receipt-panel.tsx'
import { SidedAmount } from './sided-amount.tsx'
import { sumsByAge } from './suspense-ages.ts'
import { SuspenseTable } from './suspense-table.tsx'
import { useBooksDate } from './use-books-date.ts'
import type { ViewProps } from './view-props.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import panel from '../../components/panel.module.css'
import sums from '../../components/sums.module.css'
import styles from './books.module.css'

/** What waits on suspense accounts, by age; opening an entry shows its posting. */
export function Suspense({ header }: ViewProps) {
  const { t } = useTranslation('books')
  const [date, setDate] = useBooksDate()
  const [posting, setPosting] = useState<string | null>(null)
  const { answer, refetch } = useQueryCall('books.suspense', { date }, { keep: true })
  useKeys({ R: { label: t('again'), run: refetch } })
  return (
    <Columns layout="list-detail">
      <Column label={t('view.suspense')}>
        {header}
        <search className={styles.filter}>
          <DayFilter label={t('atEndOf')} value={date} onChange={(day) => day !== null && setDate(day)} />
        </search>
        <SuspenseTable
          items={mapAnswer(answer, ({ items }) => items)}
          onOpen={({ transactionId }) => setPosting(transactionId)}
        />
      </Column>
      <Column label={t('suspense.ages')} tone="sunken">
        {posting === null ? (
          answer.state === 'known' && <Ages items={answer.value.items} />
        ) : (
          <ReceiptPanel key={posting} transactionId={posting} onClose={() => setPosting(null)} />
        )}
      </Column>
    </Columns>
  )
}

function Ages({ items }: { readonly items: readonly SuspenseItem[] }) {
  const { t } = useTranslation('books')
  return (
    <>
      <header className={panel.head}>
        <h2>{t('suspense.ages')}</h2>
      </header>
      <dl className={classes(layout.padded, sums.sums)}>
        {sumsByAge(items).map(({ age, currency, open }) => (
          <Fact key={`${age} ${currency}`} label={t(`suspense.age.${age}`)}>
            <SidedAmount value={open} currency={currency} /> {currency}
          </Fact>
        ))}
      </dl>
    </>
  )
}
