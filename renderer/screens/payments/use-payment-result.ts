import { useState } from 'react'
import { useCall } from '../../calls/use-call.ts'
import { useWork } from '../../calls/use-work.ts'
import { download } from '../../components/download.ts'

type Format = 'CSV' | 'PDF'

/** Saves what became of each line of a file. */
export function usePaymentResult(id: string) {
  const { run, busy, failure } = useCall('payments.exportResult')
  const { progress, track, cancel } = useWork()
  const [format, setFormat] = useState<Format>('CSV')
  const [saved, setSaved] = useState<string | null>(null)
  const save = async (as: Format) => {
    setFormat(as)
    setSaved(null)
    const answer = await track((work) => run({ work, id, as }))
    if (answer?.ok !== true) return
    const { content, fileName, mediaType } = answer.value
    download(content, fileName, mediaType)
    setSaved(fileName)
  }
  return {
    save: (as: Format) => void save(as),
    saving: busy ? format : null,
    failure,
    saved,
    progress,
    cancel,
  }
}
