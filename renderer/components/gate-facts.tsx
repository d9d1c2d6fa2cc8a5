import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../shared/contract/sessions.ts'
import { DateText, Identifier } from './bidi.tsx'
import { Fact } from './fact.tsx'
import gate from './gate-card.module.css'
import dot from './state-dot.module.css'

/** The business day, the server and the workstation. */
export function GateFacts({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation('gates')
  const { branch, serverConnected, workstation } = session
  return (
    <dl className={gate.facts}>
      {branch !== null && (
        <Fact label={t('businessDate')}>
          <BusinessDate {...branch} />
        </Fact>
      )}
      <Fact label={t('server')}>
        <span className={dot.stateDot} data-tone={serverConnected ? 'ok' : 'bad'} />
        {serverConnected ? t('connected') : t('notConnected')}
      </Fact>
      <Fact label={t('workstation')}>
        <Identifier>{workstation}</Identifier>
      </Fact>
    </dl>
  )
}

type DateProps = { readonly businessDate: string | null; readonly dayOpen: boolean }

function BusinessDate({ businessDate, dayOpen }: DateProps) {
  const { t } = useTranslation('shell')
  if (businessDate === null) return t('noBusinessDate')
  return (
    <>
      <DateText value={businessDate} />
      <span className={dot.stateDot} data-tone={dayOpen ? 'ok' : 'bad'} />
      {dayOpen ? t('dayOpen') : t('dayClosed')}
    </>
  )
}
