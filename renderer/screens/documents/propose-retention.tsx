import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { isoDate } from '../../../shared/contract/fields.ts'
import type { RetentionRule } from '../../../shared/contract/retention.ts'
import { useCall } from '../../calls/use-call.ts'
import { Note } from '../../components/failure-note.tsx'
import { FormDate } from '../../components/form/form-date.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { announce } from '../../feedback/announce.ts'
import { i18n } from '../../i18n/i18n.ts'

const wholeYears = (typed: string) => /^\d{1,3}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 100
const schema = z.object({
  years: z.string().refine(wholeYears, { error: () => i18n.t('retention:propose.wholeNumber') }),
  validFrom: isoDate,
})

type Props = { readonly rule: RetentionRule; readonly today: string; readonly onClose: () => void }

/** Proposes another number of years after the rule that is chosen; a second person approves it. */
export function ProposeRetention({ rule, today, onClose }: Props) {
  const { t } = useTranslation('retention')
  const propose = useCall('documents.proposeRetention')
  const [key] = useState(() => crypto.randomUUID())
  const [proposed, setProposed] = useState(false)
  const form = useContractForm(schema, { years: String(rule.years), validFrom: today })
  const { purpose, event, proposedBy, decidedBy } = rule
  const save = form.handleSubmit(async ({ years, validFrom }) => {
    const answer = await propose.run({ key, purpose, event, years: Number(years), validFrom })
    if (answer?.ok !== true) return
    announce(t('propose.done'))
    setProposed(true)
  })
  return (
    <PanelForm
      title={t('ruleTitle', { purpose: t(`purposes.${purpose}`), event: t(`events.${event}`) })}
      submit={{
        label: t('propose.send'),
        run: () => void save(),
        busy: propose.busy,
        unavailable: proposed,
      }}
      leave={{ label: t('propose.cancel'), run: onClose, unavailable: propose.busy }}
      failure={propose.failure}
      notes={proposed ? <Note tone="ok">{t('propose.done')}</Note> : null}
    >
      {proposedBy !== null && decidedBy !== null && (
        <p>{t('propose.agreedByTwo', { proposer: proposedBy, decider: decidedBy })}</p>
      )}
      <p>{t('propose.ask')}</p>
      <FormText control={form.control} name="years" label={t('propose.years')} startHere />
      <FormDate control={form.control} name="validFrom" label={t('propose.validFrom')} />
    </PanelForm>
  )
}
