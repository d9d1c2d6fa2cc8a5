import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../shared/contract/sessions.ts'
import { useLeave } from '../app/use-leave.ts'
import { GateCard } from '../components/gate-card.tsx'
import { useKeys } from '../keyboard/use-keys.ts'
import buttons from '../components/buttons.module.css'

type Props = {
  readonly session: SessionView
  /** Null while nobody may leave what is being done. */
  readonly onBack: (() => void) | null
  readonly children: ReactNode
}

/** What is done before anybody is signed in besides signing in. Escape and a link lead back, and lose nothing that is typed unasked. */
export function SideGate({ session, onBack, children }: Props) {
  const { t } = useTranslation('gates')
  const { byKey, asked } = useLeave()
  const escape = onBack === null ? {} : { Escape: { label: t('back'), run: () => byKey(onBack) } }
  // Below what stands in it, which may have the key itself.
  useKeys(escape, { everywhere: true })
  const aside = onBack !== null && (
    <button type="button" className={buttons.link} onClick={() => asked('gate', onBack)}>
      {t('back')}
    </button>
  )
  return (
    <GateCard session={session} wide {...(aside === false ? {} : { aside })}>
      {children}
    </GateCard>
  )
}
