import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../shared/contract.ts'
import { CATALOGUES, nameOfCall } from './health-words.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'

type Props = { readonly calls: CallOutput<'health.read'>['calls']; readonly build: string }

/** The slowest calls of this workstation since the application was opened. */
export function SlowCalls({ calls, build }: Props) {
  const { t } = useTranslation(CATALOGUES)
  if (calls.length === 0) return null
  return (
    <section className={layout.stack} aria-label={t('slowest', { build })}>
      <p className={typography.secondary}>{t('slowest', { build })}</p>
      {calls.map(({ name, calls: count, p95Ms }) => (
        <div key={name}>
          <div className={layout.sideBySide}>
            <span className={classes(layout.grow, typography.clipped)}>{nameOfCall(name, t)}</span>
            <span className={typography.figures}>{t('ms', { ms: p95Ms })}</span>
          </div>
          <p className={typography.secondary}>{t('made', { count })}</p>
        </div>
      ))}
    </section>
  )
}
