import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { Seal } from '../../../shared/contract/archives.ts'
import type { CallOutput } from '../../../shared/contract.ts'
import { useCall } from '../../calls/use-call.ts'
import { useWork } from '../../calls/use-work.ts'
import { Note } from '../../components/failure-note.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { WorkBar } from '../../components/work-bar.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { announce } from '../../feedback/announce.ts'
import { sizeText } from '../backups/size.ts'
import type { Side } from './archive-actions.tsx'
import layout from '../../theme/layout.module.css'

type Props = {
  readonly what: Exclude<Side, 'search'>
  readonly seal: Seal
  readonly year: string
  readonly onLeave: () => void
}

const CALLS = {
  export: 'archives.export',
  verify: 'archives.verify',
  bringBack: 'archives.bringBack',
} as const

const schema = z.object({ folder: z.string().trim().min(1).max(1000) })

/** Exports a sealed year to a folder, compares what a folder has with the seal, or brings a deleted month back from there. The folder of the last export is proposed. */
export function FileForm({ what, seal, year, onLeave }: Props) {
  const { t } = useTranslation('archives')
  const send = useCall(CALLS[what])
  const { progress, track, cancel } = useWork()
  const [done, setDone] = useState<CallOutput<'archives.export'> | null>(null)
  const form = useContractForm(schema, { folder: seal.exported?.folder ?? '' })
  const run = form.handleSubmit(async ({ folder }) => {
    setDone(null)
    const answer = await track((work) => send.run({ work, sealId: seal.id, folder }))
    if (answer?.ok !== true) return
    setDone(answer.value)
    announce(t(`${what}.done`, { ...answer.value, size: sizeText(answer.value.bytes) }))
  })
  if (progress !== null)
    return (
      <div className={layout.padded}>
        <WorkBar progress={progress} label={t(`${what}.title`, { year })} onCancel={cancel} />
      </div>
    )
  return (
    <PanelForm
      title={t(`${what}.title`, { year })}
      buttons="flow"
      enter="submits"
      submit={{ label: t(`${what}.run`), run: () => void run(), busy: send.busy }}
      leave={{ label: t('leave'), run: onLeave }}
      failure={send.failure}
      notes={
        done === null ? null : (
          <Note tone="ok">{t(`${what}.done`, { ...done, size: sizeText(done.bytes) })}</Note>
        )
      }
    >
      <p>{t(`${what}.what`)}</p>
      <FormText
        control={form.control}
        name="folder"
        label={t('folder')}
        description={t('folderHint')}
        dir="ltr"
        startHere
      />
    </PanelForm>
  )
}
