import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { useAddTill } from './use-add-till.ts'

type Props = {
  /** The names of the branch's tills. */
  readonly names: readonly string[]
  readonly children: ReactNode
}

/** Adds a till to the branch. A till is never removed, because its postings stay. */
export function AddTill({ names, children }: Props) {
  const { t } = useTranslation('tills')
  const { control, save, added, busy, failure } = useAddTill(names)
  return (
    <>
      <header className="head">
        <h2>{t('add.title')}</h2>
      </header>
      <form
        className="scroll pad stack day-slip"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <FormText
          control={control}
          name="name"
          label={t('add.name')}
          description={t('add.hint')}
          maxLength={50}
          startHere
        />
        {added !== null && <Note tone="ok">{t('add.added', { name: added })}</Note>}
        <FailureNote failure={failure} />
        <BusyButton type="submit" size="lg" fullWidth keys="Ctrl+Enter" busy={busy}>
          {t('add.action')}
        </BusyButton>
        {children}
      </form>
    </>
  )
}
