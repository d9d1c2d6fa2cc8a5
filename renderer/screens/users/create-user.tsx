import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { InlineForm } from '../../components/form/inline-form.tsx'
import type { NewUser } from './create-user-schema.ts'
import { CreateUserFields } from './create-user-fields.tsx'
import { Handover } from './handover.tsx'
import { useCreateUser } from './use-create-user.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import panel from '../../components/panel.module.css'

/** A new member of staff, whose temporary password is shown once. */
export function CreateUser({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('users')
  const [created, setCreated] = useState<NewUser | null>(null)
  return (
    <>
      <header className={panel.head}>
        <h2>{t('create.title')}</h2>
      </header>
      <div className={classes(layout.scroll, layout.padded)}>
        {created === null ? (
          <CreateForm onCreated={setCreated} onCancel={onDone} />
        ) : (
          <Handover
            sentence={t('create.made', { name: created.fullName })}
            fullName={created.fullName}
            username={created.username}
            password={created.temporaryPassword}
            onDone={onDone}
          />
        )}
      </div>
    </>
  )
}

type FormProps = { readonly onCreated: (user: NewUser) => void; readonly onCancel: () => void }

function CreateForm({ onCreated, onCancel }: FormProps) {
  const { t } = useTranslation('users')
  const { form, failure, busy, save } = useCreateUser(onCreated)
  // Escape does not discard what was typed; the button does.
  const keyDisabled = busy || form.formState.isDirty
  return (
    <InlineForm
      enter="moves-on"
      submit={{ label: t('create.action'), run: save, busy }}
      leave={{ label: t('cancel'), run: onCancel, unavailable: busy, keyDisabled }}
      failure={failure}
    >
      <CreateUserFields form={form} />
    </InlineForm>
  )
}
