import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAskedGo } from '../../app/use-leave.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { SheetPanel } from '../keys/sheet-panel.tsx'
import { CheckWords } from './check-words.tsx'
import buttons from '../../components/buttons.module.css'
import typography from '../../theme/typography.module.css'

/** While no sheet opens the backups: making it here, or typing the words of one that was printed before there were backups. */
export function FirstSheet({ onRestore }: { readonly onRestore: () => void }) {
  const { answer } = useQueryCall('keys.read', {})
  const go = useAskedGo()
  const leave = () => go('/users')
  const [isPrinted, setIsPrinted] = useState<boolean | null>(null)
  if (answer.state !== 'known') return <AnswerNote answer={answer} />
  // As it was at first: what is made here is on paper a moment before the backups know it.
  if (isPrinted === null) setIsPrinted(answer.value.sheet !== null)
  if (isPrinted === true) return <CheckWords onLeave={leave} />
  return (
    <SheetPanel state={answer.value} startHere after={<Others onLater={leave} onRestore={onRestore} />} />
  )
}

type OthersProps = { readonly onLater: () => void; readonly onRestore: () => void }

function Others({ onLater, onRestore }: OthersProps) {
  const { t } = useTranslation('backups')
  useKeys({ Escape: { label: t('first.later'), run: onLater } })
  return (
    <>
      <p className={typography.secondary}>{t('first.laterHint')}</p>
      <button type="button" className={buttons.link} onClick={onLater}>
        {t('first.later')}
      </button>
      <button type="button" className={buttons.link} onClick={onRestore}>
        {t('restore.open')}
      </button>
    </>
  )
}
