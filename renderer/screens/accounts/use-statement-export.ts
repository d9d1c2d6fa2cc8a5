import { useState } from 'react'
import { useCall, useQueryCall } from '../../calls/use-call.ts'
import { useWork } from '../../calls/use-work.ts'
import { download } from '../../components/download.ts'
import { printedMessage } from '../../feedback/printed-message.ts'
import { isCrossed, type Period } from './statement-filter.ts'

type Format = 'PDF' | 'CSV' | 'CAMT'

/** Saves the statement of a period as a file. `format` is the one being made or made last. */
export function useStatementExport(accountId: string, { from, to }: Period) {
  const { run, busy, failure, reset } = useCall('accounts.exportStatement')
  const { progress, track, cancel } = useWork()
  const [format, setFormat] = useState<Format>('PDF')
  const { answer } = useQueryCall('printers.list', {})
  const paper = useCall('printers.printStatement')
  const [printed, setPrinted] = useState<string | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const save = async (wanted: Format) => {
    if (isCrossed({ from, to })) return
    setFormat(wanted)
    setSaved(null)
    setPrinted(null)
    paper.reset()
    const made = await track((work) => run({ work, accountId, format: wanted, from, to }))
    if (made?.ok !== true) return
    const { content, fileName, mediaType } = made.value
    download(content, fileName, mediaType)
    setSaved(fileName)
  }
  const print = async () => {
    setSaved(null)
    setPrinted(null)
    reset()
    const onPaper = await paper.run({ accountId, from, to })
    if (onPaper?.ok === true) setPrinted(printedMessage(onPaper.value))
  }
  return {
    save,
    busy,
    failure: failure ?? paper.failure,
    format,
    saved,
    progress,
    cancel,
    /** Null where this workstation has no printer for statements. */
    print: answer.state === 'known' && answer.value.choices.STATEMENT !== null ? () => void print() : null,
    printing: paper.busy,
    printed,
  }
}
