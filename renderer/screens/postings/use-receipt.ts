import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '../../components/download.ts'
import { useCall, useQueryCall } from '../../calls/use-call.ts'
import { printedMessage } from '../../feedback/printed-message.ts'

/**
 * The receipt of a posting: on the counter's printer where this workstation has one for receipts, or as a PDF file. `done` says what came
 * of it.
 */
export function useReceipt(transactionId: string) {
  const { t } = useTranslation('postings')
  const { answer } = useQueryCall('printers.list', {})
  const file = useCall('postings.exportReceipt')
  const paper = useCall('printers.printReceipt')
  const [done, setDone] = useState<string | null>(null)
  const hasPrinter = answer.state === 'known' && answer.value.choices.RECEIPT !== null
  const save = async () => {
    setDone(null)
    paper.reset()
    const saved = await file.run({ transactionId })
    if (saved?.ok !== true) return
    const { content, fileName, mediaType } = saved.value
    download(content, fileName, mediaType)
    setDone(t('receiptSaved', { name: fileName }))
  }
  const print = async () => {
    setDone(null)
    file.reset()
    const printed = await paper.run({ transactionId })
    if (printed?.ok !== true) return
    setDone(printedMessage(printed.value))
  }
  return {
    hasPrinter,
    save: () => void save(),
    /** What Ctrl+P does. */
    take: () => void (hasPrinter ? print() : save()),
    busy: file.busy || paper.busy,
    failure: file.failure ?? paper.failure,
    done,
  }
}
