import { useTranslation } from 'react-i18next'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { messageForCode } from '../../feedback/messages.ts'
import buttons from '../../components/buttons.module.css'
import type { ScanState } from './use-scan.ts'

/** How far a scan is, or why it came to nothing or only to some of the pages. */
export function ScanNotes({ scan: { busy, pages, failure, stopped, cancel } }: { readonly scan: ScanState }) {
  const { t } = useTranslation('scanners')
  if (busy)
    return (
      <Note tone="info">
        <p>{pages === 0 ? t('scanning') : t('progress', { count: pages })}</p>
        <button type="button" className={buttons.link} onClick={cancel}>
          {t('cancel')}
        </button>
      </Note>
    )
  if (stopped !== null)
    return (
      <Note tone="warn">
        <p>
          <b>{t('stopped', { count: stopped.pages })}</b>
        </p>
        <p>{messageForCode(stopped.stopped)}</p>
      </Note>
    )
  if (failure?.code === 'SCANNER_CANCELLED') return <Note tone="info">{messageForCode(failure.code)}</Note>
  return <FailureNote failure={failure} />
}
