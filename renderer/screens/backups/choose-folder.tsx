import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { type BackupView, KEEP_DAYS } from '../../../shared/contract/backups.ts'
import { useCall } from '../../calls/use-call.ts'
import { FormText } from '../../components/form/form-text.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import buttons from '../../components/buttons.module.css'

type Props = { readonly view: BackupView; readonly onSide: (side: 'words' | 'restore') => void }

const schema = z.object({
  folder: z.string().trim().max(1000),
  keepDays: z.coerce.number<string>().int().min(KEEP_DAYS.least).max(KEEP_DAYS.most),
})

/** Where backups go and how long they are kept, and the ways to the words and to a restore. */
export function ChooseFolder({ view, onSide }: Props) {
  const { t } = useTranslation('backups')
  const choose = useCall('backups.choose')
  const form = useContractForm(schema, { folder: view.folder ?? '', keepDays: String(view.keepDays) })
  const save = form.handleSubmit(({ folder, keepDays }) =>
    choose.run({ folder: folder === '' ? null : folder, keepDays }),
  )
  return (
    <PanelForm
      title={t('choose.title')}
      buttons="flow"
      submit={{
        label: t('choose.save'),
        run: () => void save(),
        busy: choose.busy,
        unavailable: !view.hasSheet,
      }}
      failure={choose.failure}
      after={
        <>
          <button type="button" className={buttons.link} onClick={() => onSide('words')}>
            {t('words.open')}
          </button>
          <button type="button" className={buttons.link} onClick={() => onSide('restore')}>
            {t('restore.open')}
          </button>
        </>
      }
    >
      <FormText
        control={form.control}
        name="folder"
        label={t('choose.folder')}
        description={t('choose.folderHint')}
        dir="ltr"
        startHere={view.folder === null}
      />
      <FormText
        control={form.control}
        name="keepDays"
        label={t('choose.keepDays')}
        description={t('choose.keepHint')}
        maxLength={3}
      />
    </PanelForm>
  )
}
