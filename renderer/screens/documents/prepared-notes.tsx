import { useTranslation } from 'react-i18next'
import type { PageFault } from '../../../shared/reading/page.ts'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import type { Reading } from '../../../shared/reading/reading.ts'
import { Note } from '../../components/failure-note.tsx'
import { formatDate } from '../../i18n/dates.ts'
import { otherHolder } from './compare-reading.ts'
import { NoteAction } from './note-action.tsx'
import { readingOf } from './prefill.ts'
import { type Entry, faultsOf, readingsOf } from './pages/entry.ts'
import type { Entries } from './pages/use-entries.ts'

type Props = { readonly pages: Entries; readonly customer: CustomerView }

/** What is being read of the pages, or what came of it: how they could be taken better, and what was filled in. */
export function PreparedNotes({ pages, customer }: Props) {
  const { t } = useTranslation('documents')
  const { entries, isBusy, stop } = pages
  if (isBusy) return <BusyNote entries={entries} onStop={stop} />
  const faults = new Set<PageFault>(entries.flatMap(faultsOf))
  const reading = readingOf(readingsOf(entries))
  return (
    <>
      {entries.some((entry) => entry.kind === 'file' && entry.stopped) && (
        <Note tone="info">{t('reading.cancelled')}</Note>
      )}
      {[...faults].map((fault) => (
        <Note key={fault} tone="warn">
          {t(`reading.fault.${fault}`)}
        </Note>
      ))}
      {reading !== undefined && (
        <Note tone="ok">{t(`reading.read.${reading.source === 'MRZ' ? 'MRZ' : 'AAMVA'}`)}</Note>
      )}
      {reading !== undefined && <OtherHolder reading={reading} customer={customer} />}
    </>
  )
}

type HolderProps = { readonly reading: Reading; readonly customer: CustomerView }

/** Said while the customer is still at the counter, and not only by the reviewer afterwards. */
function OtherHolder({ reading, customer }: HolderProps) {
  const { t } = useTranslation('documents')
  const lines = otherHolder(reading, customer)
  if (lines.length === 0) return null
  const said = lines.map(({ field, read: { text } }) => {
    const value = field === 'dateOfBirth' ? formatDate(text) : text
    return `${t(`reading.field.${field}`)} ${value}`
  })
  return <Note tone="warn">{t('reading.otherHolder', { said: said.join(', ') })}</Note>
}

type BusyProps = { readonly entries: readonly Entry[]; readonly onStop: () => void }

function BusyNote({ entries, onStop }: BusyProps) {
  const { t } = useTranslation('documents')
  const [progress] = entries.flatMap((entry) => (entry.kind === 'file' ? (entry.progress ?? []) : []))
  return (
    <Note tone="info">
      <p>{progress === undefined ? t('reading.busy') : t('reading.progress', progress)}</p>
      <NoteAction label={t('reading.cancel')} run={onStop} />
    </Note>
  )
}
