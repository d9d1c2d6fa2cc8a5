import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { text } from '../../../shared/contract/fields.ts'
import type { HoldView } from '../../../shared/contract/hold-views.ts'
import { useCall } from '../../calls/use-call.ts'
import { Amount } from '../../components/amount.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { InlineForm } from '../../components/form/inline-form.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { announce } from '../../feedback/announce.ts'

type Props = {
  readonly hold: HoldView
  readonly onBack: () => void
  readonly onClose: (message: string) => void
}

const schema = z.object({ reason: text(200) })

/** Releases one hold, for a reason that stays with it. */
export function HoldRelease({ hold, onBack, onClose }: Props) {
  const { t } = useTranslation('accounts')
  const release = useCall('accounts.releaseHold')
  const form = useContractForm(schema, { reason: '' })
  const save = form.handleSubmit(async ({ reason }) => {
    const answer = await release.run({ holdId: hold.id, reason })
    if (answer?.ok !== true) return
    announce(t('holds.releasedNow'))
    onClose(t('holds.releasedNow'))
  })
  return (
    <InlineForm
      submit={{ label: t('holds.release'), run: () => void save(), busy: release.busy }}
      leave={{ label: t('back'), run: onBack, keyDisabled: false }}
      failure={release.failure}
    >
      <p>
        <bdi>{hold.reason}</bdi> <Amount value={hold.amount} currency={hold.currency} withCurrency strong />
      </p>
      <FormText
        control={form.control}
        name="reason"
        label={t('holds.whyReleased')}
        startHere
        maxLength={200}
      />
    </InlineForm>
  )
}
