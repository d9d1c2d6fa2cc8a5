import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Archive } from '../../../shared/contract/archives.ts'
import type { Answer } from '../../calls/answer.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { DateText } from '../../components/bidi.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import type { Column } from '../../components/table-column.ts'
import { differs, toneOf, yearOf } from './archive-words.ts'
import typography from '../../theme/typography.module.css'

type Props = {
  readonly archives: Answer<readonly Archive[]>
  readonly selectedKey: string | null
  readonly onOpen: (archive: Archive) => void
}

/** One row a year, the newest first. */
export function ArchiveTable({ archives, ...selection }: Props) {
  const { t } = useTranslation('archives')
  const { day } = useBranchTime()
  const columns = useMemo(() => columnsOf(t, day), [t, day])
  return (
    <DataTable
      label={t('list')}
      counted={(count) => t('count', { count })}
      columns={columns}
      rows={archives}
      rowKey={({ period }) => period}
      empty={<EmptyState title={t('none')} hint={t('noneHint')} />}
      {...selection}
    />
  )
}

const columnsOf = (
  t: TFunction<'archives'>,
  dayOf: (isoTime: string) => string,
): readonly Column<Archive>[] => [
  { id: 'year', header: t('year'), width: 96, cell: yearOf },
  {
    id: 'state',
    header: t('how'),
    width: 136,
    cell: (archive) => (
      <StatusBadge tone={toneOf(archive)}>
        {differs(archive) ? t('wrong') : t(`state.${archive.state}`)}
      </StatusBadge>
    ),
  },
  {
    id: 'postings',
    header: t('postings'),
    numeric: true,
    width: 120,
    cell: ({ seal }) => seal?.rows.toLocaleString('en-GB'),
  },
  {
    id: 'exported',
    header: t('exported'),
    cell: ({ seal }) =>
      seal !== null &&
      (seal.exported === null ? (
        <span className={typography.subdued}>{t('never')}</span>
      ) : (
        <DateText value={dayOf(seal.exported.at)} />
      )),
  },
]
