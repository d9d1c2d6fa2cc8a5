import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { lines } from '../../../shared/contract/fields.ts'
import { useCall } from '../../calls/use-call.ts'
import { FormText } from '../../components/form/form-text.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'

const schema = z.object({ reason: lines(500) })

type Props = {
  readonly customerId: string
  /** The hold that is to be released; null: one is to be placed. */
  readonly holdId: string | null
  readonly onClose: (message?: string) => void
}

/** Places a legal hold on a customer's documents, or releases one, for a reason. */
export function LegalHoldForm({ customerId, holdId, onClose }: Props) {
  const { t } = useTranslation('retention')
  const [place, release] = [useCall('documents.placeLegalHold'), useCall('documents.releaseLegalHold')]
  const [key] = useState(() => crypto.randomUUID())
  const form = useContractForm(schema, { reason: '' })
  const call = holdId === null ? place : release
  const label = t(holdId === null ? 'hold.place' : 'hold.release')
  const save = form.handleSubmit(async ({ reason }) => {
    const answer =
      holdId === null ? await place.run({ key, customerId, reason }) : await release.run({ holdId, reason })
    if (answer?.ok === true) onClose(t(holdId === null ? 'hold.placed' : 'hold.released'))
  })
  return (
    <PanelForm
      title={label}
      submit={{ label, run: () => void save(), busy: call.busy }}
      leave={{ label: t('hold.cancel'), run: () => onClose(), unavailable: call.busy }}
      failure={call.failure}
    >
      <p>{t(holdId === null ? 'hold.askPlace' : 'hold.askRelease')}</p>
      <FormText control={form.control} name="reason" label={t('hold.reason')} startHere />
    </PanelForm>
  )
}
