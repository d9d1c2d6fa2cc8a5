import { useState } from 'react'
import { download } from '../../components/download.ts'
import { useCall } from '../../calls/use-call.ts'

/** The receipt of a posting as a PDF file; `saved` is the name of the file once it is downloaded. */
export function useReceipt(transactionId: string) {
  const { run, busy, failure } = useCall('postings.exportReceipt')
  const [saved, setSaved] = useState<string | null>(null)
  const save = async () => {
    const answer = await run({ transactionId })
    if (answer?.ok !== true) return
    const { content, fileName, mediaType } = answer.value
    download(content, fileName, mediaType)
    setSaved(fileName)
  }
  return { save: () => void save(), busy, failure, saved }
}
