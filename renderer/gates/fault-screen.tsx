import { IconDatabaseOff } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../shared/contract/sessions.ts'
import { useCall, useQueryCall } from '../calls/use-call.ts'
import { Identifier } from '../components/bidi.tsx'
import { BusyButton } from '../components/busy-button.tsx'
import { Fact } from '../components/fact.tsx'
import { FailureNote, Note } from '../components/failure-note.tsx'
import { GateCard } from '../components/gate-card.tsx'
import { faultMessage } from '../feedback/messages.ts'
import { DatabaseGate } from './database-gate.tsx'
import { RestoreGate } from './restore-gate.tsx'
import { useEvery } from './use-every.ts'
import { Starting } from './starting.tsx'
import { classes } from '../theme/classes.ts'
import layout from '../theme/layout.module.css'
import buttons from '../components/buttons.module.css'
import facts from '../components/facts.module.css'
import gate from '../components/gate-card.module.css'

/** No database: why in plain words, trying again, and another connection. */
export function FaultScreen({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation('gates')
  const [atDatabase, setAtDatabase] = useState(false)
  const [atRestore, setAtRestore] = useState(false)
  const { answer } = useQueryCall('database.get', {})
  const view = answer.state === 'known' ? answer.value : null
  if (atRestore) return <RestoreGate session={session} onBack={() => setAtRestore(false)} />
  if (atDatabase) return <DatabaseGate session={session} onBack={() => setAtDatabase(false)} />
  const code = session.databaseFault ?? view?.fault ?? null
  if (code === null) return <Starting session={session} />
  return (
    <GateCard
      session={session}
      aside={
        <>
          {view?.kind === 'embedded' && (
            <button type="button" className={buttons.link} onClick={() => setAtRestore(true)}>
              {t('restore')}
            </button>
          )}
          <button type="button" className={buttons.link} onClick={() => setAtDatabase(true)}>
            {t('changeConnection')}
          </button>
        </>
      }
    >
      <Fault code={code} address={view?.address} details={view?.faultDetails ?? {}}>
        {NEEDS_CODE.includes(code) ? (
          <BusyButton size="lg" fullWidth onClick={() => setAtDatabase(true)} startHere>
            {t('enterCode')}
          </BusyButton>
        ) : null}
      </Fault>
    </GateCard>
  )
}

type FaultProps = {
  readonly code: string
  /** Of the database; unknown until it is read. */
  readonly address: string | undefined
  readonly details: Readonly<Record<string, string>>
  /** The way forward, where it is another one than trying again. */
  readonly children: ReactNode
}

/** What only a new code ends. */
const NEEDS_CODE: readonly string[] = ['NOT_ENROLLED', 'WORKSTATION_REVOKED']

/** What ends without anybody at this computer: a server that starts again, or a standby that takes over. */
const ENDS_BY_ITSELF: readonly string[] = ['SERVER_UNREACHABLE', 'SERVER_STANDBY', 'SERVER_BEHIND']
const AGAIN_MS = 10_000

/** Facts of a fault that help whoever repairs it. */
const SHOWN = ['computerClock', 'serverClock', 'newestRecord', 'found', 'file', 'part'] as const

function Fault({ code, address, details, children }: FaultProps) {
  const { t } = useTranslation(['gates', 'database'])
  const retry = useCall('database.retry')
  const endsByItself = ENDS_BY_ITSELF.includes(code)
  useEvery(AGAIN_MS, endsByItself, () => void retry.run({}))
  return (
    <div className={gate.form}>
      <div className={gate.person}>
        <IconDatabaseOff size={24} stroke={1.75} aria-hidden />
        <h1 className={layout.grow}>{t('faultTitle')}</h1>
      </div>
      <Note tone="bad">
        <p>{faultMessage(code)}</p>
        {endsByItself && <p>{t('triedAgain')}</p>}
      </Note>
      {address !== undefined && (
        <dl className={classes(facts.facts, facts.onePerLine)}>
          <Fact label={t('database:now')}>
            <Identifier>{address}</Identifier>
          </Fact>
          <Fact label={t('faultCode')}>
            <Identifier>{code}</Identifier>
          </Fact>
          {SHOWN.filter((name) => Boolean(details[name])).map((name) => (
            <Fact key={name} label={t(name)}>
              <Identifier>{details[name]}</Identifier>
            </Fact>
          ))}
        </dl>
      )}
      <FailureNote failure={retry.failure} />
      {children}
      <BusyButton
        size="lg"
        fullWidth
        busy={retry.busy}
        onClick={() => void retry.run({})}
        {...(children === null ? { startHere: true } : { variant: 'default' })}
      >
        {retry.busy ? t('retrying') : t('retry')}
      </BusyButton>
    </div>
  )
}
