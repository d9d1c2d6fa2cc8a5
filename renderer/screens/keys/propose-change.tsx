import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { CallInput } from '../../../shared/contract.ts'
import { lines } from '../../../shared/contract/fields.ts'
import { useCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FormTextarea } from '../../components/form/form-text.tsx'
import { InlineForm } from '../../components/form/inline-form.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { announce } from '../../feedback/announce.ts'
import { useKeys } from '../../keyboard/use-keys.ts'

type Props = {
  readonly kind: CallInput<'keys.propose'>['kind']
  readonly label: string
}

const KEYS = { KEY_ROTATION: 'P', KEY_SHEET: 'N' } as const
const schema = z.object({ reason: lines(300) })

/** Proposes a change of keys with its reason; a second person approves it. The reason is asked where the button was. */
export function ProposeChange({ kind, label }: Props) {
  const [asking, setAsking] = useState(false)
  const [left, setLeft] = useState(false)
  const key = KEYS[kind]
  const begin = () => setAsking(true)
  useKeys({ [key]: { label, run: begin } }, { enabled: !asking })
  const leave = () => {
    setLeft(true)
    setAsking(false)
  }
  if (asking) return <ReasonForm kind={kind} label={label} onClose={leave} />
  return (
    <div>
      <BusyButton variant="default" keys={key} startHere={left} onClick={begin}>
        {label}
      </BusyButton>
    </div>
  )
}

function ReasonForm({ kind, label, onClose }: Props & { readonly onClose: () => void }) {
  const { t } = useTranslation('keys')
  const { serverConnected } = useSession()
  const propose = useCall('keys.propose')
  const [key] = useState(() => crypto.randomUUID())
  const form = useContractForm(schema, { reason: '' })
  const send = form.handleSubmit(async ({ reason }) => {
    const answer = await propose.run({ key, kind, reason })
    if (answer?.ok === true) announce(t('proposed'))
  })
  return (
    <InlineForm
      framed={label}
      submit={{ label, run: () => void send(), busy: propose.busy, unavailable: !serverConnected }}
      leave={{ label: t('cancel'), run: onClose, unavailable: propose.busy }}
      failure={propose.failure}
    >
      <FormTextarea control={form.control} name="reason" label={t('rotation.reason')} rows={2} startHere />
    </InlineForm>
  )
}
