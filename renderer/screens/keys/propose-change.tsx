import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { CallInput } from '../../../shared/contract.ts'
import { lines } from '../../../shared/contract/fields.ts'
import { useCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { FormTextarea } from '../../components/form/form-text.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import layout from '../../theme/layout.module.css'

type Props = {
  readonly kind: CallInput<'keys.propose'>['kind']
  readonly label: string
}

const schema = z.object({ reason: lines(300) })

/** Proposes a change of keys with its reason; a second person approves it. */
export function ProposeChange({ kind, label }: Props) {
  const { t } = useTranslation('keys')
  const { serverConnected } = useSession()
  const propose = useCall('keys.propose')
  const [key] = useState(() => crypto.randomUUID())
  const form = useContractForm(schema, { reason: '' })
  const send = form.handleSubmit(({ reason }) => propose.run({ key, kind, reason }))
  return (
    <form
      className={layout.stack}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <FormTextarea control={form.control} name="reason" label={t('rotation.reason')} rows={2} />
      <FailureNote failure={propose.failure} />
      <BusyButton type="submit" variant="default" busy={propose.busy} unavailable={!serverConnected}>
        {label}
      </BusyButton>
    </form>
  )
}
