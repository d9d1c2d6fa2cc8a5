import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../shared/contract.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { Identifier } from '../../components/bidi.tsx'
import { Fact } from '../../components/fact.tsx'
import { classes } from '../../theme/classes.ts'
import facts from '../../components/facts.module.css'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'

type Props = {
  readonly workstations: CallOutput<'health.read'>['workstations']
  readonly schema: string
}

/** Where somebody signed in lately, by which build, and on which schema they all work. */
export function Workstations({ workstations, schema }: Props) {
  const { t } = useTranslation('health')
  const { time } = useBranchTime()
  return (
    <section className={layout.stack}>
      <dl className={facts.facts}>
        <Fact label={t('schema')}>
          <Identifier>{schema}</Identifier>
        </Fact>
      </dl>
      <p className={typography.secondary}>{t('seen')}</p>
      {workstations.map(({ name, build, at }) => (
        <div key={name}>
          <div className={layout.sideBySide}>
            <bdi className={classes(layout.grow, typography.clipped)}>{name}</bdi>
            <Identifier>{build}</Identifier>
          </div>
          <bdi className={typography.secondary}>{time(at)}</bdi>
        </div>
      ))}
    </section>
  )
}
