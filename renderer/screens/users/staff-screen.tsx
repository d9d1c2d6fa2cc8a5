import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Column, Columns } from '../../components/columns.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { AccessReview } from './access-review.tsx'
import { StaffChanges } from './staff-changes.tsx'

const VIEWS = { review: AccessReview, changes: StaffChanges } as const
type View = keyof typeof VIEWS
const isView = (name: string): name is View => Object.hasOwn(VIEWS, name)

/** What an auditor asks about the staff: who has which access, and who joined, moved and left. */
export function StaffScreen() {
  const { t } = useTranslation('users')
  const [view, setView] = useState<View>('review')
  const Shown = VIEWS[view]
  return (
    <Columns layout="single">
      <Column label={t(`${view}.title`)}>
        <PageHeader title={t('report.title')}>
          <SegmentedControl
            aria-label={t('views')}
            value={view}
            onChange={(next) => isView(next) && setView(next)}
            data={Object.keys(VIEWS)
              .filter(isView)
              .map((value) => ({ value, label: t(`${value}.title`) }))}
          />
        </PageHeader>
        <Shown />
      </Column>
    </Columns>
  )
}
