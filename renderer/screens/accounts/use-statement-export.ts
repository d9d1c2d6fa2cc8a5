import { useState } from 'react'
import { useCall } from '../../calls/use-call.ts'
import { useWork } from '../../calls/use-work.ts'
import { download } from '../../components/download.ts'
import { isCrossed, type Period } from './statement-filter.ts'

type Format = 'PDF' | 'CSV' | 'CAMT'

/** Saves the statement of a period as a file. `format` is the one being made or made last. */
export function useStatementExport(accountId: string, { from, to }: Period) {
  const { run, busy, failure } = useCall('accounts.exportStatement')
  const { progress, track, cancel } = useWork()
  const [format, setFormat] = useState<Format>('PDF')
  const [saved, setSaved] = useState<string | null>(null)
  const save = async (wanted: Format) => {
    if (isCrossed({ from, to })) return
    setFormat(wanted)
    setSaved(null)
    const answer = await track((work) => run({ work, accountId, format: wanted, from, to }))
    if (answer?.ok !== true) return
    const { content, fileName, mediaType } = answer.value
    download(content, fileName, mediaType)
    setSaved(fileName)
  }
  return { save, busy, failure, format, saved, progress, cancel }
}
