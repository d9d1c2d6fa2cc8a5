import { Progress } from '@mantine/core'
import { IconDatabaseOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../shared/contract/sessions.ts'
import { Identifier } from '../components/bidi.tsx'
import { BusyButton } from '../components/busy-button.tsx'
import { FailureNote, Note } from '../components/failure-note.tsx'
import { useCall, useQueryCall } from '../calls/use-call.ts'
import { faultMessage } from '../feedback/messages.ts'
import { DatabaseGate } from './database-gate.tsx'
import { GateCard } from '../components/gate-card.tsx'

/** The database is on its way: an embedded server starts, a configured one is being reached. */
function Starting({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation('gates')
  return (
    <GateCard session={session}>
      <div className="gate-form" aria-live="polite">
        <h1>{t('starting')}</h1>
        <p className="t2">{t('startingHint')}</p>
        <Progress value={100} animated aria-label={t('starting')} />
      </div>
    </GateCard>
  )
}

/** No database: why in plain words, trying again, and another connection. */
export function FaultScreen({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation(['gates', 'database'])
  const [atDatabase, setAtDatabase] = useState(false)
  const retry = useCall('database.retry')
  const { data } = useQueryCall('database.get', {})
  if (atDatabase) return <DatabaseGate session={session} onBack={() => setAtDatabase(false)} />
  const code = session.databaseFault ?? data?.fault ?? null
  if (code === null) return <Starting session={session} />
  return (
    <GateCard
      session={session}
      aside={
        <button type="button" className="link" onClick={() => setAtDatabase(true)}>
          {t('changeConnection')}
        </button>
      }
    >
      <div className="gate-form">
        <div className="gate-who">
          <IconDatabaseOff size={24} stroke={1.75} aria-hidden />
          <h1 className="grow">{t('faultTitle')}</h1>
        </div>
        <Note tone="bad">
          <p>{faultMessage(code)}</p>
        </Note>
        {data !== undefined && (
          <dl className="facts facts-lines">
            <div>
              <dt>{t('database:now')}</dt>
              <dd>
                <Identifier>{data.address}</Identifier>
              </dd>
            </div>
            <div>
              <dt>{t('faultCode')}</dt>
              <dd>
                <Identifier>{code}</Identifier>
              </dd>
            </div>
          </dl>
        )}
        <FailureNote failure={retry.failure} />
        <BusyButton size="lg" fullWidth busy={retry.busy} onClick={() => void retry.run({})} startHere>
          {retry.busy ? t('retrying') : t('retry')}
        </BusyButton>
      </div>
    </GateCard>
  )
}
