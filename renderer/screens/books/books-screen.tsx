import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../components/page-header.tsx'
import { BookCheck } from './book-check.tsx'
import { Chart } from './chart.tsx'
import { JournalExport } from './journal-export.tsx'
import { Suspense } from './suspense.tsx'
import { TrialBalance } from './trial-balance.tsx'

const VIEWS = {
  balance: TrialBalance,
  check: BookCheck,
  suspense: Suspense,
  chart: Chart,
  export: JournalExport,
} as const
type View = keyof typeof VIEWS
const isView = (name: string): name is View => Object.hasOwn(VIEWS, name)

/** The books of the branch, or for an auditor of the bank. */
export function BooksScreen() {
  const { t } = useTranslation('books')
  const [view, setView] = useState<View>('balance')
  const Shown = VIEWS[view]
  const choices = Object.keys(VIEWS).filter(isView)
  return (
    <Shown
      header={
        <PageHeader title={t('title')}>
          <SegmentedControl
            aria-label={t('views')}
            value={view}
            onChange={(next) => isView(next) && setView(next)}
            data={choices.map((value) => ({ value, label: t(`view.${value}`) }))}
          />
        </PageHeader>
      }
    />
  )
}
