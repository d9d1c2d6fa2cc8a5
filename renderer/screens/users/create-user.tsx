import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { InlineForm } from '../../components/form/inline-form.tsx'
import { CreateUserFields } from './create-user-fields.tsx'
import { FirstHalf } from './first-half.tsx'
import { Handover } from './handover.tsx'
import { useCreateUser, type Made } from './use-create-user.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import panel from '../../components/panel.module.css'

type Props = {
  /** The branch never had a second person with power. */
  readonly alone: boolean
  readonly onDone: () => void
}

/** A new member of staff, whose temporary password, or half of it, is shown once. */
export function CreateUser({ alone, onDone }: Props) {
  const { t } = useTranslation('users')
  const [created, setCreated] = useState<Made | null>(null)
  return (
    <>
      <header className={panel.head}>
        <h2>{t('create.title')}</h2>
      </header>
      <div className={classes(layout.scroll, layout.padded)}>
        {created === null ? (
          <CreateForm alone={alone} onCreated={setCreated} onCancel={onDone} />
        ) : (
          <Handed made={created} onDone={onDone} />
        )}
      </div>
    </>
  )
}

type MadeProps = { readonly made: Made; readonly onDone: () => void }

function Handed({ made: { user, half }, onDone }: MadeProps) {
  const { t } = useTranslation('users')
  const { fullName, username, temporaryPassword } = user
  if (half !== null) return <FirstHalf fullName={fullName} username={username} half={half} onDone={onDone} />
  return (
    <Handover
      sentence={t('create.made', { name: fullName })}
      text={t('handover.text', { name: fullName })}
      username={username}
      password={temporaryPassword}
      onDone={onDone}
    />
  )
}

type FormProps = {
  readonly alone: boolean
  readonly onCreated: (made: Made) => void
  readonly onCancel: () => void
}

function CreateForm({ alone, onCreated, onCancel }: FormProps) {
  const { t } = useTranslation('users')
  const { form, proposes, failure, busy, save } = useCreateUser(alone, onCreated)
  return (
    <InlineForm
      enter="moves-on"
      submit={{ label: t(proposes ? 'proposal.create' : 'create.action'), run: save, busy }}
      leave={{ label: t('cancel'), run: onCancel, unavailable: busy }}
      failure={failure}
    >
      <CreateUserFields form={form} proposes={proposes} />
    </InlineForm>
  )
}
