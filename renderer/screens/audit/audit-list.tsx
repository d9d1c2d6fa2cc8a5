import { useTranslation } from 'react-i18next'
import type { AuditRow } from '../../../shared/contract/audit.ts'
import { todayIn } from '../../../shared/rules/branch-time.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { useMay } from '../../calls/use-may.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { download } from '../../components/download.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { AuditChips } from './audit-chips.tsx'
import { AuditFilterBar } from './audit-filter-bar.tsx'
import { AuditTable } from './audit-table.tsx'
import { ArchivedMonths } from './archived-months.tsx'
import { auditCsv } from './csv.ts'
import type { AuditLog } from './use-audit-log.ts'
import columns from '../../components/columns.module.css'

type Props = { readonly log: AuditLog; readonly onLooking: () => void }

/** The log's entries beneath its filters. */
export function AuditList({ log, onLooking }: Props) {
  const { t } = useTranslation('audit')
  const { filters, pages, names, row, narrow } = log
  return (
    <section className={columns.column} aria-label={t('log')}>
      <Head log={log} onLooking={onLooking} />
      <AuditFilterBar filters={filters} onChange={narrow} names={names} />
      <AuditChips filters={filters} onChange={narrow} names={names} />
      <ArchivedMonths from={filters.from} to={filters.to} />
      <AuditTable
        pages={pages}
        names={names}
        narrow={row !== undefined}
        selectedKey={row?.id ?? null}
        onRowFocus={log.moveTo}
        onOpen={log.open}
      />
    </section>
  )
}

function Head({ log: { pages, hasRows }, onLooking }: Props) {
  const { t } = useTranslation('audit')
  const maySee = useMay('audit.listLooking')
  const { timeZone } = useBranchTime()
  const exportCsv = () => {
    const shown = pages.rows.state === 'known' ? pages.rows.value : []
    const [newest, oldest] = [shown[0], shown.at(-1)]
    if (newest === undefined || oldest === undefined) return
    const day = ({ at }: AuditRow) => todayIn(timeZone, new Date(at))
    const name = t('fileName', { from: day(oldest), to: day(newest) })
    download(auditCsv(shown, timeZone), name, 'text/csv')
  }
  return (
    <PageHeader title={t('title')}>
      {maySee && (
        <BusyButton variant="default" onClick={onLooking}>
          {t('looking.open')}
        </BusyButton>
      )}
      <BusyButton variant="default" keys="R" onClick={pages.refetch}>
        {t('again')}
      </BusyButton>
      <BusyButton variant="default" unavailable={!hasRows} onClick={exportCsv}>
        {t('csv')}
      </BusyButton>
    </PageHeader>
  )
}
