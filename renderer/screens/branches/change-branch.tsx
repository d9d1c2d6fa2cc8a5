import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { numberFormat } from '../../../shared/contract/fields.ts'
import type { SessionView } from '../../../shared/contract/sessions.ts'
import { useCall } from '../../calls/use-call.ts'
import { Note } from '../../components/failure-note.tsx'
import { FormSelect } from '../../components/form/form-select.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { formatChoices } from './format-choices.ts'
import { NO_WEEKEND, weekendKey, weekendOf, weekendOptions } from './weekends.ts'

type Props = { readonly branch: NonNullable<SessionView['branch']>; readonly onClose: () => void }

const schema = z.object({ numberFormat, weekend: z.string() })

/** How amounts are written and on which days nobody works: what an administrator may change after set-up. */
export function ChangeBranch({ branch, onClose }: Props) {
  const { t } = useTranslation('branches')
  const change = useCall('branches.change')
  const [saved, setSaved] = useState(false)
  const form = useContractForm(schema, {
    numberFormat: branch.numberFormat,
    weekend: weekendKey(branch.weekend) || NO_WEEKEND,
  })
  const save = form.handleSubmit(async (values) => {
    setSaved(false)
    const weekend = values.weekend === NO_WEEKEND ? [] : weekendOf(values.weekend)
    const answer = await change.run({ numberFormat: values.numberFormat, weekend })
    setSaved(answer?.ok === true)
  })
  return (
    <PanelForm
      title={t('change.title')}
      buttons="flow"
      submit={{ label: t('change.action'), run: () => void save(), busy: change.busy }}
      leave={{ label: t('change.back'), run: onClose }}
      failure={change.failure}
      notes={saved && <Note tone="ok">{t('change.saved')}</Note>}
    >
      <FormSelect
        control={form.control}
        name="numberFormat"
        label={t('change.numberFormat')}
        description={t('change.numberFormatHint')}
        options={formatChoices}
        startHere
      />
      <FormSelect
        control={form.control}
        name="weekend"
        label={t('change.weekend')}
        description={t('change.weekendHint')}
        options={weekendOptions(branch.weekend, t('change.noWeekend'))}
      />
    </PanelForm>
  )
}
