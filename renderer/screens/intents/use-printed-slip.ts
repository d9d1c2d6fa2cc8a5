import { useState } from 'react'
import { download } from '../../components/download.ts'
import { useCall } from '../../calls/use-call.ts'

/** The recovery slip as a PDF file; `saved` is the name of the file once it is downloaded. */
export function usePrintedSlip(key: string) {
  const { run, busy, failure } = useCall('intents.exportSlip')
  const [saved, setSaved] = useState<string | null>(null)
  const save = async () => {
    const answer = await run({ key })
    if (answer?.ok !== true) return
    const { content, fileName, mediaType } = answer.value
    download(content, fileName, mediaType)
    setSaved(fileName)
  }
  return { print: () => void save(), busy, failure, saved }
}
