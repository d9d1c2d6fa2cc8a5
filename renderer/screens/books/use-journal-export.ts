import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JournalFormat } from '../../../shared/contract/books.ts'
import { useCall } from '../../calls/use-call.ts'
import { useWork } from '../../calls/use-work.ts'
import { download } from '../../components/download.ts'

export type Days = { readonly from: string | null; readonly to: string | null }

export const isCrossed = ({ from, to }: Days): boolean => from !== null && to !== null && to < from

/** Saves the journal of a period as a file. `format` is the one being made or made last. */
export function useJournalExport(days: Days) {
  const { t } = useTranslation('books')
  const { run, failure } = useCall('books.exportJournal')
  const { progress, track, cancel } = useWork()
  const [format, setFormat] = useState<JournalFormat>('HLEDGER')
  const [saved, setSaved] = useState<string | null>(null)
  const save = async (wanted: JournalFormat) => {
    if (isCrossed(days)) return
    setFormat(wanted)
    setSaved(null)
    const answer = await track((work) => run({ work, format: wanted, ...days }))
    if (answer?.ok !== true) return
    const { content, fileName, mediaType, transactions, entries } = answer.value
    download(content, fileName, mediaType)
    setSaved(t('export.saved', { name: fileName, transactions, entries }))
  }
  return { save, failure, format, saved, progress, cancel }
}
