import { useState } from 'react'
import { useCall, useQueryCall } from '../../calls/use-call.ts'
import { useWork } from '../../calls/use-work.ts'
import { download } from '../../components/download.ts'
import { isCrossed, type Period } from './statement-filter.ts'

type Format = 'PDF' | 'CSV' | 'CAMT'

/** Saves the statement of a period as a file. `format` is the one being made or made last. */
export function useStatementExport(accountId: string, { from, to }: Period) {
  const { run, busy, failure, reset } = useCall('accounts.exportStatement')
  const { progress, track, cancel } = useWork()
  const [format, setFormat] = useState<Format>('PDF')
  const { answer } = useQueryCall('printers.list', {})
  const paper = useCall('printers.printStatement')
  const [printedOn, setPrintedOn] = useState<string | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const save = async (wanted: Format) => {
    if (isCrossed({ from, to })) return
    setFormat(wanted)
    setSaved(null)
    setPrintedOn(null)
    paper.reset()
    const made = await track((work) => run({ work, accountId, format: wanted, from, to }))
    if (made?.ok !== true) return
    const { content, fileName, mediaType } = made.value
    download(content, fileName, mediaType)
    setSaved(fileName)
  }
  const print = async () => {
    setSaved(null)
    setPrintedOn(null)
    reset()
    const printed = await paper.run({ accountId, from, to })
    if (printed?.ok === true) setPrintedOn(printed.value.printer)
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
    printedOn,
  }
}
