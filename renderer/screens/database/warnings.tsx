import { useTranslation } from 'react-i18next'
import type { ComputerWarning, DatabaseWarning } from '../../../shared/contract/database.ts'
import { Note } from '../../components/failure-note.tsx'

type Props = {
  readonly title: string
  readonly warnings: readonly (ComputerWarning | DatabaseWarning)[]
}

/** What somebody should change who is not at the screen. Nothing of it stops the work. */
function ToTell({ title, warnings }: Props) {
  const { t } = useTranslation('database')
  if (warnings.length === 0) return null
  return (
    <Note tone="warn">
      <p>
        <b>{title}</b>
      </p>
      {warnings.map((warning) => (
        <p key={warning}>{t(`warning.${warning}`)}</p>
      ))}
    </Note>
  )
}

/** What whoever looks after the server should change. */
export function Warnings({ warnings }: { readonly warnings: readonly DatabaseWarning[] }) {
  const { t } = useTranslation('database')
  return <ToTell title={t('warnings')} warnings={warnings} />
}

/** What whoever looks after this computer should change. */
export function ComputerWarnings({ warnings }: { readonly warnings: readonly ComputerWarning[] }) {
  const { t } = useTranslation('database')
  return <ToTell title={t('ofComputer')} warnings={warnings} />
}
