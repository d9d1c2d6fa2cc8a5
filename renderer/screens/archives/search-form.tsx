import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { FoundLine, Seal } from '../../../shared/contract/archives.ts'
import { useCall } from '../../calls/use-call.ts'
import { useWork } from '../../calls/use-work.ts'
import { FormText } from '../../components/form/form-text.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { WorkBar } from '../../components/work-bar.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { FoundLines } from './found-lines.tsx'
import layout from '../../theme/layout.module.css'

type Props = { readonly seal: Seal; readonly year: string; readonly onLeave: () => void }

const schema = z.object({
  folder: z.string().trim().min(1).max(1000),
  text: z.string().trim().min(1).max(100),
})

type Found = { readonly lines: readonly FoundLine[]; readonly more: boolean }

/** Looks through the export of a year for a text. */
export function SearchForm({ seal, year, onLeave }: Props) {
  const { t } = useTranslation('archives')
  const search = useCall('archives.search')
  const { progress, track, cancel } = useWork()
  const [found, setFound] = useState<Found | null>(null)
  const form = useContractForm(schema, { folder: seal.exported?.folder ?? '', text: '' })
  const run = form.handleSubmit(async (typed) => {
    const wanted = { ...typed, sealId: seal.id, from: null, to: null }
    const answer = await track((work) => search.run({ ...wanted, work }))
    setFound(answer?.ok === true ? answer.value : null)
  })
  if (progress !== null)
    return (
      <div className={layout.padded}>
        <WorkBar progress={progress} label={t('search.title', { year })} onCancel={cancel} />
      </div>
    )
  return (
    <PanelForm
      title={t('search.title', { year })}
      buttons="flow"
      enter="submits"
      submit={{ label: t('search.run'), run: () => void run(), busy: search.busy }}
      leave={{ label: t('leave'), run: onLeave }}
      failure={search.failure}
      after={found !== null && <FoundLines {...found} />}
    >
      <p>{t('search.what')}</p>
      <FormText control={form.control} name="folder" label={t('folder')} dir="ltr" />
      <FormText control={form.control} name="text" label={t('search.text')} maxLength={100} startHere />
    </PanelForm>
  )
}
