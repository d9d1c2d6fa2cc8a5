import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JobName } from '../../../shared/contract/jobs.ts'
import { mapAnswer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { Column, Columns } from '../../components/columns.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { JobDetail } from './job-detail.tsx'
import { JobTable } from './job-table.tsx'

/** Every job with its state, and beside the list how the chosen one ran. */
export function JobsScreen() {
  const { t } = useTranslation('jobs')
  const [chosen, setChosen] = useState<JobName | null>(null)
  // What is due becomes overdue without anybody's telling it.
  const { answer } = useQueryCall('jobs.list', {}, { every: 15_000 })
  const list = answer.state === 'known' ? answer.value.jobs : []
  const job = list.find(({ name }) => name === chosen)
  return (
    <Columns layout="list-detail">
      <Column label={t('list')}>
        <PageHeader title={t('title')} />
        <JobTable
          jobs={mapAnswer(answer, ({ jobs }) => jobs)}
          selectedKey={chosen}
          onOpen={({ name }) => setChosen(name)}
        />
      </Column>
      <Column label={job === undefined ? t('notChosen') : t(`names.${job.name}`)} tone="sunken">
        {job === undefined ? (
          <EmptyState title={t('notChosen')} hint={t('notChosenHint')} />
        ) : (
          <JobDetail key={job.name} job={job} />
        )}
      </Column>
    </Columns>
  )
}
