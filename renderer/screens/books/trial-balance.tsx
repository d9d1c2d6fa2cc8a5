import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Basis } from '../../../shared/contract/books.ts'
import { mapAnswer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { DayFilter } from '../../components/form/day-filter.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { balanceRows, rowKey, type BalanceRow } from './balance-rows.ts'
import { BalanceTable } from './balance-table.tsx'
import { LedgerPanel } from './ledger-panel.tsx'
import { useBooksDate } from './use-books-date.ts'
import type { ViewProps } from './view-props.ts'
import { classes } from '../../theme/classes.ts'
import columns from '../../components/columns.module.css'
import styles from './books.module.css'

/** What stood on the chart of accounts at the end of a date; beside it one line of it, date by date. */
export function TrialBalance({ header }: ViewProps) {
  const { t } = useTranslation('books')
  const [date, setDate] = useBooksDate()
  const [basis, setBasis] = useState<Basis>('BUSINESS')
  const [opened, open] = useState<BalanceRow | null>(null)
  const { answer, refetch } = useQueryCall('books.trialBalance', { date, basis }, { keep: true })
  const rows = mapAnswer(answer, ({ chart, balances }) => balanceRows(chart, balances))
  useKeys({
    R: { label: t('again'), run: refetch },
    ...(opened === null ? {} : { Escape: { label: t('ledger.back'), run: () => open(null) } }),
  })
  return (
    <div className={classes(columns.columns, styles.books)} data-open={opened !== null || undefined}>
      <section className={columns.column} aria-label={t('view.balance')}>
        {header}
        <search className={styles.filter}>
          <DayFilter label={t('atEndOf')} value={date} onChange={(day) => day !== null && setDate(day)} />
          <SegmentedControl
            aria-label={t('basis.label')}
            value={basis}
            onChange={(next) => setBasis(next === 'VALUE' ? 'VALUE' : 'BUSINESS')}
            data={(['BUSINESS', 'VALUE'] as const).map((value) => ({ value, label: t(`basis.${value}`) }))}
          />
        </search>
        <BalanceTable
          rows={rows}
          selected={opened === null ? null : rowKey(opened)}
          onOpen={(row) => open(row.code === null ? null : row)}
        />
      </section>
      {opened !== null && (
        <section className={columns.column} data-tone="sunken" aria-label={t('ledger.title')}>
          <LedgerPanel
            key={`${rowKey(opened)} ${date} ${basis}`}
            row={opened}
            date={date}
            basis={basis}
            onClose={() => open(null)}
          />
        </section>
      )}
    </div>
  )
}
