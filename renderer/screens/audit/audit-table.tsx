import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditRow } from '../../../shared/contract/audit.ts'
import { TimeText } from '../../components/bidi.tsx'
import { DataTable } from '../../components/data-table.tsx'
import type { Column } from '../../components/table-column.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import type { AuditPages } from './use-audit-pages.ts'
import { entryTitle, recordName, recordTypeWord } from './words.ts'
import typography from '../../theme/typography.module.css'

type Names = ReadonlyMap<string, string>

type Props = {
  readonly pages: AuditPages
  /** People by their id. */
  readonly names: Names
  /** An entry is open beside it, so there is room for the most important columns only. */
  readonly narrow: boolean
  readonly selectedKey: string | null
  readonly onRowFocus: (row: AuditRow) => void
  readonly onOpen: (row: AuditRow) => void
}

/** The entries, one line each. */
export function AuditTable({ pages, names, narrow, ...selection }: Props) {
  const { t } = useTranslation('audit')
  const columns = useMemo(
    () => [...entryColumns(t, names), ...(narrow ? [] : recordColumns(t, names))],
    [t, names, narrow],
  )
  return (
    <DataTable
      label={t('log')}
      counted={(count) => t('entries', { count })}
      columns={columns}
      rows={pages.rows}
      rowKey={({ id }) => id}
      onEnd={pages.next}
      foot={pages.rows.state === 'known' && <span>{pages.more ? t('more') : t('all')}</span>}
      empty={<EmptyState title={t('empty')} hint={t('emptyHint')} />}
      {...selection}
    />
  )
}

const entryColumns = (t: TFunction<'audit'>, names: Names): readonly Column<AuditRow>[] => [
  { id: 'at', header: t('at'), width: 208, cell: ({ at }) => <TimeText value={at} exact /> },
  {
    id: 'person',
    header: t('person'),
    cell: ({ userId, username }) =>
      userId === null ? (
        <span className={typography.subdued}>{t('nobody')}</span>
      ) : (
        (names.get(userId) ?? username ?? t('unknownPerson'))
      ),
  },
  {
    id: 'action',
    header: t('action'),
    cell: (row) => <span className={typography.primary}>{entryTitle(row)}</span>,
  },
]

const recordColumns = (t: TFunction<'audit'>, names: Names): readonly Column<AuditRow>[] => [
  {
    id: 'recordType',
    header: t('resourceType'),
    width: 128,
    cell: ({ resourceType }) => recordTypeWord(resourceType),
  },
  { id: 'record', header: t('record'), cell: (row) => <bdi>{recordName(row, names)}</bdi> },
]
