import { useTranslation } from 'react-i18next'
import { useGo } from '../../app/navigate.ts'
import { useMay } from '../../calls/use-may.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { Note } from '../../components/failure-note.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'

/** That nothing is chosen to which a backup could be taken, and the way to where it is chosen. */
export function ToBackups() {
  const { t } = useTranslation('jobs')
  const go = useGo()
  const may = useMay('backups.read')
  const open = () => go('/backups')
  useKeys(may ? { 'Ctrl+Enter': { label: t('toBackups'), run: open } } : {})
  return (
    <>
      <Note tone="warn">{t('notSetUp')}</Note>
      {may && (
        <BusyButton keys="Ctrl+Enter" onClick={open}>
          {t('toBackups')}
        </BusyButton>
      )}
    </>
  )
}
