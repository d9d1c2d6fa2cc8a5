import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PartyView } from '../../../shared/contract/mandates.ts'
import { useCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'
import { PanelForm } from '../../components/form/panel-form.tsx'

type Props = { readonly party: PartyView; readonly onClose: (message?: string) => void }

/** Proposes the end of a power; until a second person agrees it holds. */
export function EndParty({ party, onClose }: Props) {
  const { t } = useTranslation('mandates')
  const { serverConnected } = useSession()
  const propose = useCall('mandates.proposeEnd')
  const [key] = useState(() => crypto.randomUUID())
  const { id: partyId, customerId, name } = party
  const run = async () => {
    const answer = await propose.run({ key, customerId, partyId })
    if (answer?.ok === true) onClose(t('form.proposed'))
  }
  return (
    <PanelForm
      title={t(`powers.${party.power}`)}
      submit={{
        label: t('form.proposeEnd'),
        run: () => void run(),
        busy: propose.busy,
        unavailable: !serverConnected,
      }}
      leave={{ label: t('form.cancel'), run: () => onClose() }}
      failure={propose.failure}
    >
      <p>{t('endQuestion', { name })}</p>
    </PanelForm>
  )
}
