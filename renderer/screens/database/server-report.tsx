import { useTranslation } from 'react-i18next'
import { Fact } from '../../components/fact.tsx'
import { Note } from '../../components/failure-note.tsx'
import type { ConnectionReport } from './server-schema.ts'
import styles from './database.module.css'

const SCHEMA = { absent: 'schemaAbsent', older: 'schemaOlder', current: 'schemaCurrent' } as const
const LOGIN = { administrator: 'loginAdministrator', workstation: 'loginWorkstation' } as const

type Props = { readonly report: ConnectionReport; readonly usable: boolean }

/** What the test of a connection found, and whether it can be used. */
export function ServerReport({ report, usable }: Props) {
  const { t } = useTranslation('database')
  return (
    <Note tone={usable ? 'ok' : 'warn'}>
      <p>
        <b>{usable ? t('works') : t('cannotSetUp')}</b>
      </p>
      <dl className={styles.report}>
        <Fact label={t('serverVersion')}>{report.serverVersion}</Fact>
        <Fact label={t('encryption')}>{t(report.encrypted ? 'encrypted' : 'notEncrypted')}</Fact>
        <Fact label={t('login')}>{t(LOGIN[report.login])}</Fact>
        <Fact label={t('schema')}>{t(SCHEMA[report.schema])}</Fact>
      </dl>
    </Note>
  )
}
