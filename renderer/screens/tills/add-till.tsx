import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../calls/answer.ts'
import { Note } from '../../components/failure-note.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { useAddTill } from './use-add-till.ts'

type Props = {
  /** The names of the branch's tills. */
  readonly names: Answer<readonly string[]>
  readonly children: ReactNode
}

/** Adds a till to the branch. A till is never removed, because its postings stay. */
export function AddTill({ names, children }: Props) {
  const { t } = useTranslation('tills')
  const { control, submit, added, failure } = useAddTill(names)
  return (
    <PanelForm
      title={t('add.title')}
      buttons="flow"
      enter="submits"
      submit={submit}
      failure={failure}
      notes={added !== null && <Note tone="ok">{t('add.added', { name: added })}</Note>}
      after={children}
    >
      <FormText
        control={control}
        name="name"
        label={t('add.name')}
        description={t('add.hint')}
        maxLength={50}
        startHere
      />
    </PanelForm>
  )
}
