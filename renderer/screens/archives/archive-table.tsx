import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Archive, ArchiveKind } from '../../../shared/contract/archives.ts'
import type { Answer } from '../../calls/answer.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { DateText } from '../../components/bidi.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import type { Column } from '../../components/table-column.ts'
import { differs, keyOf, toneOf, yearOf } from './archive-words.ts'
import typography from '../../theme/typography.module.css'

type Props = {
  readonly kind: ArchiveKind
  readonly archives: Answer<readonly Archive[]>
  readonly selectedKey: string | null
  readonly onOpen: (archive: Archive) => void
}

/** One row a year or a month, the newest first. */
export function ArchiveTable({ kind, archives, ...selection }: Props) {
  const { t } = useTranslation('archives')
  const { day } = useBranchTime()
  const columns = useMemo(() => columnsOf(t, day, kind), [t, day, kind])
  return (
    <DataTable
      label={t(`list.${kind}`)}
      counted={(count) => t(`count${kind}`, { count })}
      columns={columns}
      rows={archives}
      rowKey={keyOf}
      empty={<EmptyState title={t(`none.${kind}`)} hint={t(`noneHint.${kind}`)} />}
      {...selection}
    />
  )
}

const columnsOf = (
  t: TFunction<'archives'>,
  dayOf: (isoTime: string) => string,
  kind: ArchiveKind,
): readonly Column<Archive>[] => [
  { id: 'period', header: t(`period.${kind}`), width: 104, cell: yearOf },
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
    header: t(`rows.${kind}`),
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
