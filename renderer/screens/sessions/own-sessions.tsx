import { useTranslation } from 'react-i18next'
import { useQueryCall } from '../../calls/use-call.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { Identifier, TimeText } from '../../components/bidi.tsx'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import styles from './sessions-screen.module.css'

/** Where the own name was used to sign in, so that a stranger's use is noticed. */
export function OwnSessions() {
  const { t } = useTranslation('sessions')
  const { answer } = useQueryCall('sessions.listOwn', {})
  if (answer.state !== 'known') return <AnswerNote answer={answer} />
  return (
    <section className={layout.stack} aria-label={t('own.title')}>
      <h2 className={typography.strong}>{t('own.title')}</h2>
      <table className={styles.places}>
        <thead>
          <tr>
            <th scope="col">{t('own.place')}</th>
            <th scope="col">{t('own.since')}</th>
            <th scope="col">{t('own.until')}</th>
          </tr>
        </thead>
        <tbody>
          {answer.value.sessions.map(({ workstation, since, endedAt }) => (
            <tr key={since}>
              <td>
                <Identifier>{workstation}</Identifier>
              </td>
              <td>
                <TimeText value={since} />
              </td>
              <td>{endedAt === null ? t('own.now') : <TimeText value={endedAt} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={typography.secondary}>{t('own.hint')}</p>
    </section>
  )
}
