import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall, useQueryCall } from '../../calls/use-call.ts'
import { download } from '../../components/download.ts'
import { announce } from '../../feedback/announce.ts'
import { printedMessage } from '../../feedback/printed-message.ts'

type Format = 'PDF' | 'JSON'

/** Prints the proof of a closed day, or makes its PDF, or the file of what was kept. `format` is the one being made or made last. */
export function useProofExport(businessDate: string) {
  const { t } = useTranslation('branches')
  const { run, busy, failure, reset } = useCall('branches.exportProof')
  const known = useQueryCall('printers.list', {}).answer
  const paper = useCall('printers.printProof')
  const [format, setFormat] = useState<Format>('PDF')
  const [printed, setPrinted] = useState<string | null>(null)
  const hasPrinter = known.state === 'known' && known.value.choices.PROOF !== null
  const print = async () => {
    setFormat('PDF')
    setPrinted(null)
    reset()
    const onPaper = await paper.run({ businessDate })
    if (onPaper?.ok === true) setPrinted(printedMessage(onPaper.value))
  }
  const save = async (wanted: Format) => {
    setFormat(wanted)
    setPrinted(null)
    paper.reset()
    const answer = await run({ businessDate, format: wanted })
    if (answer?.ok !== true) return
    const { content, fileName, mediaType } = answer.value
    download(content, fileName, mediaType)
    announce(t('proof.saved', { name: fileName }))
  }
  return {
    save,
    /** Null where this workstation has no printer for it. */
    print: hasPrinter ? () => void print() : null,
    busy: busy || paper.busy,
    failure: failure ?? paper.failure,
    format,
    printed,
  }
}
