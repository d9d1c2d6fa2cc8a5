import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import { download } from '../../components/download.ts'
import { FailureNote } from '../../components/failure-note.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useQueryCall } from '../../calls/use-call.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { useSession } from '../../calls/use-session.ts'
import { AuditDetail } from './audit-detail.tsx'
import { AuditChips, AuditFilterBar } from './audit-filters.tsx'
import { AuditTable } from './audit-table.tsx'
import { auditCsv } from './csv.ts'
import { useAuditPages, type AuditFilters } from './use-audit-pages.ts'

const NO_FILTERS: AuditFilters = {
  userId: null,
  action: null,
  resourceType: null,
  resourceId: null,
  from: null,
  to: null,
}

/** Who did what, newest first, and what it changed. */
export function AuditScreen() {
  const { t } = useTranslation('audit')
  const { branch } = useSession()
  const [filters, setFilters] = useState(NO_FILTERS)
  const [at, setAt] = useState<string | null>(null)
  const [opened, setOpened] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const pages = useAuditPages(filters)
  const names = useNames()
  const row = opened ? pages.rows?.find(({ id }) => id === at) : undefined

  const stop = () => frame.current?.querySelector<HTMLElement>('tbody tr[tabindex="0"]') ?? null
  const narrow = (next: AuditFilters) => {
    setFilters(next)
    setOpened(false)
  }
  const close = () => {
    setOpened(false)
    stop()?.focus()
  }
  // The letters begin at the row where the table stands; from there on the table itself takes them.
  const enter = () => stop()?.focus()
  const reachable = pages.rows !== undefined && pages.rows.length > 0
  useKeys({
    J: { label: t('next'), run: enter, disabled: !reachable },
    K: { label: t('previous'), run: enter, disabled: !reachable },
    ...(row === undefined ? {} : { Escape: { label: t('close'), run: close } }),
    F5: { label: t('again'), run: pages.refetch },
  })
  // The keys work from the start, and go on working when the filter that had the focus is gone.
  const begun = useRef(false)
  useEffect(() => {
    if (!reachable || (begun.current && document.activeElement !== document.body)) return
    const first = stop()
    begun.current = first !== null
    first?.focus()
  })

  const exportCsv = () => {
    const shown = pages.rows ?? []
    const [newest, oldest] = [shown[0], shown.at(-1)]
    if (newest === undefined || oldest === undefined) return
    const name = t('fileName', { from: oldest.at.slice(0, 10), to: newest.at.slice(0, 10) })
    download(auditCsv(shown), name, 'text/csv')
  }

  return (
    <div className="columns audit" data-open={row !== undefined || undefined} ref={frame}>
      <section className="col" aria-label={t('log')}>
        <PageHeader title={t('title')}>
          <BusyButton variant="default" keys="F5" onClick={pages.refetch}>
            {t('again')}
          </BusyButton>
          <BusyButton variant="default" unavailable={!reachable} onClick={exportCsv}>
            {t('csv')}
          </BusyButton>
        </PageHeader>
        <AuditFilterBar filters={filters} onChange={narrow} names={names} />
        <AuditChips filters={filters} onChange={narrow} names={names} onClear={() => narrow(NO_FILTERS)} />
        <FailureNote failure={pages.failure} />
        <AuditTable
          pages={pages}
          names={names}
          narrow={row !== undefined}
          selectedKey={row?.id ?? null}
          onWalk={({ id }) => setAt(id)}
          onOpen={({ id }) => {
            setAt(id)
            setOpened(true)
          }}
        />
      </section>
      {row !== undefined && (
        <section className="col" data-tone="sunken" aria-label={t('detail')}>
          <AuditDetail
            row={row}
            names={names}
            branchCurrency={branch?.currency ?? 'USD'}
            onClose={close}
            onOnlyThing={() => narrow({ ...NO_FILTERS, resourceId: row.resourceId })}
            onOnlyPerson={() => narrow({ ...NO_FILTERS, userId: row.userId })}
          />
        </section>
      )}
    </div>
  )
}

/** Full names by user id. */
function useNames(): ReadonlyMap<string, string> {
  const { data } = useQueryCall('users.list', {})
  return useMemo(() => new Map((data?.users ?? []).map(({ id, fullName }) => [id, fullName])), [data])
}
