import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Job } from '../../../shared/contract/jobs.ts'
import type { Answer } from '../../calls/answer.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import type { Column } from '../../components/table-column.ts'
import { isNow, shortTime, TONES } from './job-words.ts'
import typography from '../../theme/typography.module.css'

type Props = {
  readonly jobs: Answer<readonly Job[]>
  readonly selectedKey: string | null
  readonly onOpen: (job: Job) => void
}

/** One row a job. */
export function JobTable({ jobs, ...selection }: Props) {
  const { t } = useTranslation('jobs')
  const { timeZone } = useBranchTime()
  const columns = useMemo(() => columnsOf(t, timeZone), [t, timeZone])
  return (
    <DataTable
      label={t('list')}
      counted={(count) => t('count', { count })}
      columns={columns}
      rows={jobs}
      rowKey={({ name }) => name}
      empty={<EmptyState title={t('none')} />}
      {...selection}
    />
  )
}

const columnsOf = (t: TFunction<'jobs'>, timeZone: string): readonly Column<Job>[] => [
  {
    id: 'name',
    header: t('name'),
    cell: ({ name }) => <span className={typography.clipped}>{t(`names.${name}`)}</span>,
  },
  {
    id: 'state',
    header: t('how'),
    width: 160,
    cell: ({ state }) => <StatusBadge tone={TONES[state]}>{t(`state.${state}`)}</StatusBadge>,
    sort: ({ state }) => state,
  },
  {
    id: 'last',
    header: t('last'),
    width: 136,
    cell: ({ last }) =>
      last === null ? (
        <span className={typography.subdued}>{t('never')}</span>
      ) : (
        <bdi>{shortTime(last.startedAt, timeZone)}</bdi>
      ),
    sort: ({ last }) => last?.startedAt ?? '',
  },
  {
    id: 'next',
    header: t('next'),
    width: 136,
    cell: (job) =>
      isNow(job) ? t('soon') : <bdi>{job.nextAt === null ? '' : shortTime(job.nextAt, timeZone)}</bdi>,
    sort: ({ nextAt }) => nextAt ?? '',
  },
]
