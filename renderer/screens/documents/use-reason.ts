import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RejectReason } from '../../../shared/rules/documents.ts'

/**
 * Why a document is rejected: a reason of the list, and words. Choosing one fills the words in, unless others were typed. Without words,
 * rejecting asks for them; words without a reason of the list are another reason.
 */
export function useReason(onReject: (code: RejectReason, words: string) => void) {
  const { t } = useTranslation('documents')
  const [code, setCode] = useState<RejectReason | null>(null)
  const [words, setWords] = useState('')
  const [pressed, setPressed] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const given = words.trim()
  const own = given !== '' && (code === null || words !== t(`common.${code}`))
  const choose = (chosen: RejectReason) => {
    setCode(chosen)
    if (!own) setWords(t(`common.${chosen}`))
    field.current?.focus()
  }
  const reject = () => {
    setPressed(true)
    if (given === '') field.current?.focus()
    else onReject(code ?? 'OTHER', given)
  }
  return { code, words, setWords, choose, reject, missing: pressed && given === '', field }
}
