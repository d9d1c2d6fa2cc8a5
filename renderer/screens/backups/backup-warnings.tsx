import { useTranslation } from 'react-i18next'
import type { BackupView } from '../../../shared/contract/backups.ts'
import { Note } from '../../components/failure-note.tsx'
import { backupMessage } from '../../feedback/messages.ts'
import { sizeText } from './size.ts'
import { warningsOf } from './warnings-of.ts'

/** What is wrong with the backups and what to do, before anything is lost by it. */
export function BackupWarnings({ view }: { readonly view: BackupView }) {
  const { t } = useTranslation('backups')
  const { trouble, waitingBytes, heldBytes, heldLeft, freeBytes } = view
  const sizes = { size: sizeText(heldBytes ?? 0), left: sizeText(heldLeft ?? 0) }
  const words = {
    noSheet: t('noSheet'),
    noFolder: t('noFolder'),
    late: t('late'),
    wordsOld: t('wordsOld'),
    held: t('held', sizes),
    free: t('free', { size: sizeText(freeBytes ?? 0) }),
  }
  return (
    <>
      {trouble !== null && (
        <Note tone="bad">
          <p>{backupMessage(trouble.code, trouble.about)}</p>
          {waitingBytes > 0 && <p>{t('waiting', { size: sizeText(waitingBytes) })}</p>}
        </Note>
      )}
      {warningsOf(view).map((warning) => (
        <Note key={warning} tone="warn">
          {words[warning]}
        </Note>
      ))}
    </>
  )
}
