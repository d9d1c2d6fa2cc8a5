import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DEFAULT_CURRENCY } from '../../../shared/currencies.ts'
import { useSession } from '../../calls/use-session.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { AuditDetail } from './audit-detail.tsx'
import { AuditList } from './audit-list.tsx'
import { Looking } from './looking.tsx'
import { NO_FILTERS } from './filters.ts'
import { useAuditLog } from './use-audit-log.ts'
import { useLogFocus } from './use-log-focus.ts'
import { classes } from '../../theme/classes.ts'
import columns from '../../components/columns.module.css'
import styles from './audit.module.css'

/** The log, or for auditors who looked at what. */
export function AuditScreen() {
  const [looking, setLooking] = useState(false)
  return looking ? <Looking onLog={() => setLooking(false)} /> : <Log onLooking={() => setLooking(true)} />
}

/** Who did what, newest first, and what it changed. */
function Log({ onLooking }: { readonly onLooking: () => void }) {
  const { t } = useTranslation('audit')
  const { branch } = useSession()
  const log = useAuditLog()
  const frame = useRef<HTMLDivElement>(null)
  const focusLog = useLogFocus(frame, log.hasRows)
  const { row, narrow } = log
  const close = () => {
    log.close()
    focusLog()
  }
  // J and K give the focus to the table's current row; from then on the table itself handles them.
  useKeys({
    J: { label: t('next'), run: focusLog, disabled: !log.hasRows },
    K: { label: t('previous'), run: focusLog, disabled: !log.hasRows },
    ...(row === undefined ? {} : { Escape: { label: t('close'), run: close } }),
    R: { label: t('again'), run: log.pages.refetch },
  })
  return (
    <div
      className={classes(columns.columns, styles.audit)}
      data-open={row !== undefined || undefined}
      ref={frame}
    >
      <AuditList log={log} onLooking={onLooking} />
      {row !== undefined && (
        <section className={columns.column} data-tone="sunken" aria-label={t('detail')}>
          <AuditDetail
            row={row}
            names={log.names}
            branchCurrency={branch?.currency ?? DEFAULT_CURRENCY}
            onClose={close}
            onOnlyRecord={() => narrow({ ...NO_FILTERS, resourceId: row.resourceId })}
            onOnlyPerson={() => narrow({ ...NO_FILTERS, userId: row.userId })}
          />
        </section>
      )}
    </div>
  )
}
