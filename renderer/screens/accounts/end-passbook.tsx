import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { END_REASONS, type OpenPassbook } from '../../../shared/contract/passbooks.ts'
import { useCall } from '../../calls/use-call.ts'
import { FormSelect } from '../../components/form/form-select.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import typography from '../../theme/typography.module.css'

type Props = {
  readonly book: OpenPassbook
  readonly onEnded: (message: string) => void
  readonly onBack: () => void
}

const schema = z.object({ reason: z.enum(['', ...END_REASONS]) })

/** Ends a book, with the reason that stays on record. */
export function EndPassbook({ book, onEnded, onBack }: Props) {
  const { t } = useTranslation('accounts')
  const end = useCall('accounts.endPassbook')
  const form = useContractForm(schema, { reason: book.isFull ? 'FULL' : '' })
  const save = form.handleSubmit(async ({ reason }) => {
    if (reason === '') return form.setError('reason', { type: 'required' })
    const answer = await end.run({ passbookId: book.id, reason })
    if (answer?.ok === true) onEnded(t('passbook.ended', { serial: book.serialNumber }))
  })
  return (
    <PanelForm
      title={t('passbook.end')}
      buttons="flow"
      submit={{ label: t('passbook.end'), run: () => void save(), busy: end.busy, danger: true }}
      leave={{ label: t('back'), run: onBack, keyDisabled: false }}
      failure={end.failure}
    >
      <p className={typography.secondary}>{t('passbook.endAsk')}</p>
      <FormSelect
        control={form.control}
        name="reason"
        label={t('passbook.endReason')}
        options={END_REASONS.map((value) => ({ value, label: t(`passbook.reasons.${value}`) }))}
        startHere
      />
    </PanelForm>
  )
}
