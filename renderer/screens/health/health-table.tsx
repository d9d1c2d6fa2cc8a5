import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { HealthRow } from '../../../shared/contract/health.ts'
import type { Answer } from '../../calls/answer.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import type { Column } from '../../components/table-column.ts'
import { formatTime, withOffsetBeside } from '../../i18n/dates.ts'
import { CATALOGUES, sentenceOf, TONES, type Words } from './health-words.ts'
import typography from '../../theme/typography.module.css'

type Props = {
  readonly rows: Answer<readonly HealthRow[]>
  readonly selectedKey: string | null
  readonly onOpen: (row: HealthRow) => void
}

/** One row a thing that is watched. */
export function HealthTable({ rows, ...selection }: Props) {
  const { t } = useTranslation(CATALOGUES)
  const { timeZone } = useBranchTime()
  const columns = useMemo(() => {
    const time = (isoTime: string) => withOffsetBeside(formatTime(isoTime, timeZone))
    return columnsOf({ t, time })
  }, [t, timeZone])
  return (
    <DataTable
      label={t('list')}
      counted={(count) => t('count', { count })}
      columns={columns}
      rows={rows}
      rowKey={({ name }) => name}
      empty={<EmptyState title={t('none')} />}
      onRowFocus={selection.onOpen}
      {...selection}
    />
  )
}

const columnsOf = (words: Words): readonly Column<HealthRow>[] => [
  {
    id: 'what',
    header: words.t('what'),
    width: 216,
    cell: ({ name }) => <span className={typography.clipped}>{words.t(`rows.${name}`)}</span>,
  },
  {
    id: 'state',
    header: words.t('how'),
    width: 120,
    cell: ({ state }) => <StatusBadge tone={TONES[state]}>{words.t(`state.${state}`)}</StatusBadge>,
  },
  {
    id: 'says',
    header: words.t('saysNow'),
    cell: (row) => <bdi className={typography.clipped}>{sentenceOf(row, words)}</bdi>,
  },
]
