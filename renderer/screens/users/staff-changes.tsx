import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mapAnswer } from '../../calls/answer.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { DayFilter } from '../../components/form/day-filter.tsx'
import { ArchivedMonths } from '../audit/archived-months.tsx'
import { ReportBar } from './report-bar.tsx'
import { useChangeColumns } from './use-change-columns.tsx'
import { useSave } from './use-save.ts'

/** Whether the two days make a period: nothing is listed or saved while they do not. */
const isPeriod = (from: string | null, to: string | null): from is string =>
  from !== null && to !== null && from <= to

/** The first day of the year that a day is in. */
const beginOfYear = (day: string) => `${day.slice(0, 4)}-01-01`

/** Who joined, moved and left in a period, this year's so far to begin with. */
export function StaffChanges() {
  const { t } = useTranslation('users')
  const { today } = useBranchTime()
  const [from, setFrom] = useState<string | null>(beginOfYear(today()))
  const [to, setTo] = useState<string | null>(today())
  const isWhole = isPeriod(from, to)
  const period = isWhole ? { from, to: to ?? from } : { from: today(), to: today() }
  const { answer } = useQueryCall('users.listChanges', period, { keep: true })
  const columns = useChangeColumns()
  const save = useSave('users.exportChanges', period, isWhole)
  return (
    <>
      <ReportBar hint={t('changes.hint')} {...save}>
        <DayFilter label={t('changes.from')} value={from} onChange={setFrom} />
        <DayFilter
          label={t('changes.to')}
          value={to}
          problem={from !== null && to !== null && to < from ? t('changes.crossed') : null}
          onChange={setTo}
        />
      </ReportBar>
      {isWhole && <ArchivedMonths {...period} />}
      <DataTable
        label={t('changes.title')}
        counted={(count) => t('changes.count', { count })}
        columns={columns}
        rows={mapAnswer(answer, ({ changes }) => (isWhole ? changes : []))}
        rowKey={({ id }) => id}
        rowHeight={48}
        initialSort={{ id: 'at', desc: true }}
        empty={<EmptyState title={t('changes.none')} hint={t('changes.noneHint')} />}
      />
    </>
  )
}
