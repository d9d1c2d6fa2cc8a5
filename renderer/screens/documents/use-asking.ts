import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ASKED_FOR, type AskedFor } from '../../../shared/rules/documents.ts'
import { useCall } from '../../calls/use-call.ts'
import { announce } from '../../feedback/announce.ts'

/** What is chosen and written of what a customer still has to bring; `onSent` runs when it is asked. */
export function useAsking(customerId: string, onSent: () => void) {
  const { t } = useTranslation('documents')
  const asking = useCall('documents.askForMore')
  const [key] = useState(() => crypto.randomUUID())
  const [missing, setMissing] = useState<readonly AskedFor[]>([])
  const [words, setWords] = useState('')
  const [pressed, setPressed] = useState(false)
  const given = words.trim()
  const nothingChosen = missing.length === 0
  const wordless = missing.includes('OTHER') && given === ''
  const toggle = (code: AskedFor) =>
    setMissing((before) =>
      ASKED_FOR.filter((each) => (each === code ? !before.includes(code) : before.includes(each))),
    )
  const send = async () => {
    setPressed(true)
    if (nothingChosen || wordless) return
    const answer = await asking.run({
      key,
      customerId,
      missing: [...missing],
      words: given === '' ? null : given,
    })
    if (answer?.ok !== true) return
    announce(t('more.sent'))
    onSent()
  }
  return {
    missing,
    toggle,
    words,
    setWords,
    send: () => void send(),
    busy: asking.busy,
    failure: asking.failure,
    problem: {
      missing: pressed && nothingChosen ? t('more.chooseFirst') : null,
      words: pressed && wordless ? t('more.wordsNeeded') : null,
    },
  }
}
