import { useTranslation } from 'react-i18next'
import { useCall } from '../../calls/use-call.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'

type Props = {
  /** The database of this computer is in use already, so there is nothing to save. */
  readonly inUse: boolean
  readonly onSaved: () => void
}

/** Goes back to the database of this computer. */
export function EmbeddedForm({ inUse, onSaved }: Props) {
  const { t } = useTranslation('database')
  const { run, busy, failure } = useCall('database.useEmbedded')
  if (inUse) return null
  const save = async () => {
    const answer = await run({})
    if (answer?.ok === true) onSaved()
  }
  return (
    <>
      <FailureNote failure={failure} />
      <BusyButton size="lg" fullWidth busy={busy} onClick={() => void save()}>
        {t('saveEmbedded')}
      </BusyButton>
    </>
  )
}
