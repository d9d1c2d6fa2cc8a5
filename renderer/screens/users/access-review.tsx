import { useTranslation } from 'react-i18next'
import { mapAnswer } from '../../calls/answer.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ReportBar } from './report-bar.tsx'
import { useAccessColumns } from './use-access-columns.tsx'
import { useSave } from './use-save.ts'

/** Who has access to what at this moment, for whoever confirms that it is still right. */
export function AccessReview() {
  const { t } = useTranslation('users')
  const { time } = useBranchTime()
  const { answer } = useQueryCall('users.review', {})
  const columns = useAccessColumns()
  const save = useSave('users.exportReview', {}, answer.state === 'known')
  const hint = answer.state === 'known' ? t('review.asOf', { at: time(answer.value.at) }) : ''
  return (
    <>
      <ReportBar hint={hint} {...save} />
      <DataTable
        label={t('review.title')}
        counted={(count) => t('people', { count })}
        columns={columns}
        rows={mapAnswer(answer, ({ people }) => people)}
        rowKey={({ id }) => id}
        rowHeight={48}
        initialSort={{ id: 'person', desc: false }}
        empty={<EmptyState title={t('none')} />}
      />
    </>
  )
}
