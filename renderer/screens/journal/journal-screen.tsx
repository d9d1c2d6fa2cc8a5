import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TillSession } from '../../../shared/contract/journal.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ReceiptPanel } from '../postings/receipt-panel.tsx'
import type { JournalFilters } from './filters.ts'
import { JournalFilterBar } from './journal-filters.tsx'
import { JournalTable } from './journal-table.tsx'
import { PostingTrail } from './posting-trail.tsx'
import { TillSessions } from './till-sessions.tsx'
import { useJournal } from './use-journal.ts'
import { classes } from '../../theme/classes.ts'
import columns from '../../components/columns.module.css'
import styles from './journal.module.css'

/** Postings by whatever is known of them, and the sessions of tills, each with its own postings. */
export function JournalScreen() {
  const { t } = useTranslation('journal')
  const [sessions, setSessions] = useState(false)
  const [session, setSession] = useState<TillSession | null>(null)
  const leave = () => setSession(null)
  const toggle = () => {
    leave()
    setSessions(!sessions)
  }
  useKeys({
    S: { label: t(sessions ? 'title' : 'sessions'), run: toggle },
    ...(session === null ? {} : { Escape: { label: t('back'), run: leave, quiet: true } }),
  })
  if (sessions && session === null)
    return (
      <div className={classes(columns.columns, columns.single)}>
        <section className={columns.column}>
          <PageHeader title={t('sessions')}>
            <Toggle label={t('title')} onToggle={toggle} />
          </PageHeader>
          <TillSessions onOpen={setSession} />
        </section>
      </div>
    )
  return <Postings key={session?.id ?? ''} session={session} onToggle={toggle} />
}

const Toggle = ({ label, onToggle }: { readonly label: string; readonly onToggle: () => void }) => (
  <BusyButton variant="default" keys="S" onClick={onToggle}>
    {label}
  </BusyButton>
)

type PostingsProps = { readonly session: TillSession | null; readonly onToggle: () => void }

/** The postings that are asked for, and the one that is open beside them. */
function Postings({ session, onToggle }: PostingsProps) {
  const { t } = useTranslation('journal')
  const [filters, setFilters] = useState<JournalFilters>(
    session === null ? {} : { tillSessionId: session.id },
  )
  const [openId, setOpenId] = useState<string | null>(null)
  const journal = useJournal(filters)
  const frame = useRef<HTMLDivElement>(null)
  // Into the list; from then on the table itself handles J and K.
  const focusList = () => frame.current?.querySelector<HTMLElement>('tbody tr[tabindex="0"]')?.focus()
  useKeys({
    J: { label: t('next'), run: focusList },
    K: { label: t('previous'), run: focusList },
    R: { label: t('again'), run: journal.again },
  })
  const title = session === null ? t('title') : t('sessionOf', { till: session.till, name: session.holder })
  return (
    <div
      ref={frame}
      className={classes(columns.columns, openId === null ? columns.single : columns.listDetail)}
    >
      <section className={columns.column}>
        <PageHeader title={title}>
          <Toggle label={session === null ? t('sessions') : t('title')} onToggle={onToggle} />
          <BusyButton variant="default" keys="R" onClick={journal.again}>
            {t('again')}
          </BusyButton>
        </PageHeader>
        {session === null && <JournalFilterBar filters={filters} onChange={setFilters} />}
        <JournalTable
          journal={journal}
          narrow={openId !== null}
          selectedKey={openId}
          onOpen={({ id }) => setOpenId(id)}
        />
      </section>
      {openId !== null && (
        <section className={columns.column} data-tone="sunken" aria-label={t('posting')}>
          <OpenPosting key={openId} transactionId={openId} onClose={() => setOpenId(null)} />
        </section>
      )}
    </div>
  )
}

function OpenPosting({
  transactionId,
  onClose,
}: {
  readonly transactionId: string
  readonly onClose: () => void
}) {
  const { t } = useTranslation('journal')
  useKeys({ Escape: { label: t('back'), run: onClose, quiet: true } })
  return (
    <>
      <div className={styles.receipt}>
        <ReceiptPanel transactionId={transactionId} onClose={onClose} />
      </div>
      <PostingTrail transactionId={transactionId} />
    </>
  )
}
