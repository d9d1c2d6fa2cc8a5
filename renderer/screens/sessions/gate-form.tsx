import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../../shared/contract/sessions.ts'
import { useCall } from '../../calls/use-call.ts'
import { GateCard } from '../../components/gate-card.tsx'
import buttons from '../../components/buttons.module.css'
import gate from '../../components/gate-card.module.css'

type GateFormProps = {
  readonly session: SessionView
  readonly title: string
  readonly text: string | null | undefined
  readonly submit: (event: FormEvent) => void
  readonly children: ReactNode
}

/** What somebody has still to do between the password and the work, with the way out of it. */
export function GateForm({ session, title, text, submit, children }: GateFormProps) {
  const { t } = useTranslation('shell')
  const signOut = useCall('sessions.signOut')
  return (
    <GateCard
      session={session}
      aside={
        <button type="button" className={buttons.link} onClick={() => void signOut.run({})}>
          {t('signOut')}
        </button>
      }
    >
      <form
        className={gate.form}
        data-text="none"
        onSubmit={(event) => {
          event.preventDefault()
          submit(event)
        }}
        noValidate
      >
        <div className={gate.title}>
          <h1>{title}</h1>
          {text && <p>{text}</p>}
        </div>
        {children}
      </form>
    </GateCard>
  )
}
