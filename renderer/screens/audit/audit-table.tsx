import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditRow } from '../../../shared/contract/audit.ts'
import { DataTable, type Column } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import type { AuditPages } from './use-audit-pages.ts'
import { ExactTime } from './exact-time.tsx'
import { deedWord, thingWord, whichOne } from './words.ts'

type Props = {
  readonly pages: AuditPages
  readonly names: ReadonlyMap<string, string>
  /** An entry is open beside it, so there is room for the most important columns only. */
  readonly narrow: boolean
  readonly selectedKey: string | null
  readonly onWalk: (row: AuditRow) => void
  readonly onOpen: (row: AuditRow) => void
}

/** The entries, one line each. */
export function AuditTable({ pages, names, narrow, ...walk }: Props) {
  const { t } = useTranslation('audit')
  const columns = useMemo<readonly Column<AuditRow>[]>(() => {
    const all: (Column<AuditRow> & { readonly wideOnly?: boolean })[] = [
      { id: 'at', header: t('at'), width: 192, cell: ({ at }) => <ExactTime value={at} /> },
      {
        id: 'person',
        header: t('person'),
        cell: ({ userId, username }) =>
          userId === null ? (
            <span className="dim">{t('nobody')}</span>
          ) : (
            (names.get(userId) ?? username ?? t('unknownPerson'))
          ),
      },
      { id: 'deed', header: t('action'), cell: (row) => <span className="t1">{deedWord(row)}</span> },
      {
        id: 'thing',
        header: t('resourceType'),
        width: 128,
        wideOnly: true,
        cell: ({ resourceType }) => thingWord(resourceType),
      },
      {
        id: 'which',
        header: t('which'),
        wideOnly: true,
        cell: (row) => <bdi>{whichOne(row, names)}</bdi>,
      },
    ]
    return all.filter(({ wideOnly }) => !narrow || wideOnly !== true)
  }, [t, names, narrow])
  return (
    <DataTable
      label={t('log')}
      counted={(count) => t('entries', { count })}
      columns={columns}
      rows={pages.rows}
      rowKey={({ id }) => id}
      onEnd={pages.next}
      foot={pages.rows !== undefined && <span>{pages.more ? t('more') : t('all')}</span>}
      empty={<EmptyState title={t('empty')} hint={t('emptyHint')} />}
      {...walk}
    />
  )
}
