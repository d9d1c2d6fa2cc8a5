import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenPassbook, PrintUnderWay } from '../../../shared/contract/passbooks.ts'
import { useCall, useQueryCall } from '../../calls/use-call.ts'
import { download } from '../../components/download.ts'
import { announce } from '../../feedback/announce.ts'

/**
 * Printing into a passbook: by the printer that is chosen for it, or as a file. Of a stop, and of a file, the window asks what stands in the
 * book. `done` is the sentence that says what came of it.
 */
export function usePassbookPrint(lookAgain: () => void) {
  const { t } = useTranslation('accounts')
  const { answer } = useQueryCall('printers.list', {})
  const paper = useCall('printers.printPassbook')
  const file = useCall('accounts.exportPassbook')
  const telling = useCall('accounts.sayPassbookLine')
  const [done, setDone] = useState<string | null>(null)
  const hasPrinter = answer.state === 'known' && answer.value.choices.PASSBOOK !== null
  const say = (sentence: string) => {
    announce(sentence)
    setDone(sentence)
  }
  const begin = () => {
    setDone(null)
    for (const call of [paper, file, telling]) call.reset()
  }
  const print = async ({ id, printed }: OpenPassbook) => {
    const answered = await paper.run({ passbookId: id, printed })
    if (answered?.ok === true)
      say(t('passbook.printed', { count: answered.value.lines, printer: answered.value.printer }))
    // Whatever was refused, the book may have another state than the one that is shown.
    else lookAgain()
  }
  const save = async ({ id, printed }: OpenPassbook) => {
    const saved = await file.run({ passbookId: id, printed })
    if (saved?.ok !== true) return lookAgain()
    const { content, fileName, mediaType } = saved.value
    download(content, fileName, mediaType)
    say(t('passbook.saved', { name: fileName }))
  }
  const tell = async (asked: PrintUnderWay, line: number) => {
    begin()
    const told = await telling.run({ printId: asked.id, line })
    if (told?.ok === true) say(t('passbook.said'))
    else lookAgain()
  }
  return {
    hasPrinter,
    take: (book: OpenPassbook) => {
      begin()
      void (hasPrinter ? print(book) : save(book))
    },
    tell,
    say,
    lookAgain,
    busy: paper.busy || file.busy || telling.busy,
    failure: paper.failure ?? file.failure ?? telling.failure,
    done,
  }
}

export type PassbookPrinting = ReturnType<typeof usePassbookPrint>
