import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Note } from '../../components/failure-note.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { RestoreBank } from './restore-bank.tsx'
import { useRestore } from './use-restore.ts'
import layout from '../../theme/layout.module.css'

type Props = {
  /** Proposed; null where none is known. */
  readonly folder: string | null
  /** Absent where what is around it leads back. */
  readonly onLeave?: () => void
}

const schema = z.object({ folder: z.string().trim().min(1).max(1000) })

/** Restoring a bank: the folder, then which one, up to which second, and the words of its sheet. */
export function RestoreForm({ folder, onLeave }: Props) {
  const { t } = useTranslation('backups')
  const restore = useRestore()
  const form = useContractForm(schema, { folder: folder ?? '' })
  const look = form.handleSubmit((typed) => restore.find(typed.folder))
  const [bank] = restore.banks ?? []
  if (bank !== undefined && restore.banks !== null)
    return (
      <RestoreBank banks={restore.banks} restore={restore} {...(onLeave === undefined ? {} : { onLeave })} />
    )
  return (
    <PanelForm
      title={t('restore.title')}
      isPage={onLeave === undefined}
      buttons="flow"
      enter="submits"
      submit={{ label: t('restore.look'), run: () => void look(), busy: restore.looking }}
      {...(onLeave === undefined ? {} : { leave: { label: t('words.leave'), run: onLeave } })}
      failure={restore.failure}
    >
      <div className={layout.stack}>
        <p>{t('restore.replaces')}</p>
        <FormText
          control={form.control}
          name="folder"
          label={t('restore.folder')}
          description={t('choose.folderHint')}
          dir="ltr"
          startHere
        />
        {restore.banks !== null && <Note tone="warn">{t('restore.none')}</Note>}
      </div>
    </PanelForm>
  )
}
