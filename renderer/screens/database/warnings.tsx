import { useTranslation } from 'react-i18next'
import type { DatabaseWarning } from '../../../shared/contract/database.ts'
import { Note } from '../../components/failure-note.tsx'

/** What whoever looks after the server should change. Nothing of it stops the work. */
export function Warnings({ warnings }: { readonly warnings: readonly DatabaseWarning[] }) {
  const { t } = useTranslation('database')
  if (warnings.length === 0) return null
  return (
    <Note tone="warn">
      <p>
        <b>{t('warnings')}</b>
      </p>
      {warnings.map((warning) => (
        <p key={warning}>{t(`warning.${warning}`)}</p>
      ))}
    </Note>
  )
}
