import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import layout from '../../theme/layout.module.css'
import gate from '../../components/gate-card.module.css'

type Props = {
  readonly title: string
  readonly text: string
  readonly onSubmit: () => void
  /** Absent in the first step. */
  readonly onBack?: () => void
  /** What the submitting button says when it does not lead to another step. */
  readonly submitLabel?: string
  readonly busy?: boolean
  readonly children: ReactNode
}

/** One step of the wizard: what it asks for, the fields, and the buttons back and next. */
export function SetupStep({ title, text, onSubmit, onBack, submitLabel, busy = false, children }: Props) {
  const { t } = useTranslation('branches')
  return (
    <form
      className={layout.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <div className={gate.title}>
        <h1>{title}</h1>
        <p>{text}</p>
      </div>
      {children}
      <div className={gate.actions}>
        {onBack === undefined ? (
          <span className={layout.grow} />
        ) : (
          <Button variant="default" onClick={onBack}>
            {t('setup.back')}
          </Button>
        )}
        <BusyButton type="submit" keys="Enter" busy={busy}>
          {submitLabel ?? t('setup.next')}
        </BusyButton>
      </div>
    </form>
  )
}
