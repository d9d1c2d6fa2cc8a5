import { useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../../shared/contract/sessions.ts'
import { useCall } from '../../calls/use-call.ts'
import { Note } from '../../components/failure-note.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { FormatAndWeekend, formatAndWeekend } from './format-and-weekend.tsx'
import { weekendChoice } from './weekends.ts'

type Props = { readonly branch: NonNullable<SessionView['branch']>; readonly onClose: () => void }

/** How amounts are written and on which days nobody works: what an administrator may change after set-up. */
export function ChangeBranch({ branch, onClose }: Props) {
  const { t } = useTranslation('branches')
  const change = useCall('branches.change')
  const [saved, setSaved] = useState(false)
  const { numberFormat, weekend } = branch
  const form = useContractForm(formatAndWeekend, { numberFormat, weekend: weekendChoice(weekend) })
  const save = form.handleSubmit(async (values) => {
    setSaved(false)
    const answer = await change.run(values)
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
      <FormProvider {...form}>
        <FormatAndWeekend weekend={weekend} startHere />
      </FormProvider>
    </PanelForm>
  )
}
