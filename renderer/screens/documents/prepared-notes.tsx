import { useTranslation } from 'react-i18next'
import type { PageFault } from '../../../shared/reading/page.ts'
import { Note } from '../../components/failure-note.tsx'
import { NoteAction } from './note-action.tsx'
import { readingOf } from './prefill.ts'
import type { PreparedState } from './use-prepared.ts'

type Props = { readonly prepared: PreparedState }

/** What is being read of the chosen file, or what came of it: how it could be taken better, and what was filled in. */
export function PreparedNotes({ prepared }: Props) {
  const { t } = useTranslation('documents')
  const { busy, progress, readings, pages, isKnown, wasCancelled, cancel } = prepared
  if (busy)
    return (
      <Note tone="info">
        <p>{progress === null ? t('reading.busy') : t('reading.progress', progress)}</p>
        <NoteAction label={t('reading.cancel')} run={cancel} />
      </Note>
    )
  if (wasCancelled) return <Note tone="info">{t('reading.cancelled')}</Note>
  if (!isKnown) return null
  const faults = new Set<PageFault>(pages.flatMap((page) => page.faults))
  const reading = readingOf(readings)
  return (
    <>
      {[...faults].map((fault) => (
        <Note key={fault} tone="warn">
          {t(`reading.fault.${fault}`)}
        </Note>
      ))}
      {reading !== undefined && (
        <Note tone="ok">{t(`reading.read.${reading.source === 'MRZ' ? 'MRZ' : 'AAMVA'}`)}</Note>
      )}
    </>
  )
}
