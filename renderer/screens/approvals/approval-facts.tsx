import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ApprovalView } from '../../../shared/contract/approvals.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { classes } from '../../theme/classes.ts'
import { factLines, type FactLine } from './fact-lines.ts'
import { factText, type FactName } from './fact-text.ts'
import layout from '../../theme/layout.module.css'
import paper from '../../components/paper.module.css'
import styles from './approvals.module.css'

type Props = { readonly view: ApprovalView }

/** The facts to decide upon: of what changes from what to what, and that the rest stays. */
export function ApprovalFacts({ view }: Props) {
  const { t } = useTranslation('approvals')
  const { time } = useBranchTime()
  const { lines, staying } = factLines(view, (facts, name) => factText(facts, name, time))
  return (
    <dl className={paper.paper}>
      {lines.map((line) => (
        <div key={line.to} className={styles.fact}>
          <dt>{t(`facts.${line.to}`)}</dt>
          <dd>
            {line.from === null ? (
              <FactValue view={view} name={line.to} />
            ) : (
              <Change view={view} {...line} from={line.from} />
            )}
          </dd>
        </div>
      ))}
      {staying.length > 0 && (
        <div className={styles.fact}>
          <dt>{t('stays')}</dt>
          <dd className={styles.staying}>{staying.map((name) => t(`facts.${name}`)).join(', ')}</dd>
        </div>
      )}
    </dl>
  )
}

/** What it is, and what it becomes. */
function Change({ view, from, to }: Props & FactLine & { readonly from: FactName }) {
  const { t } = useTranslation('approvals')
  return (
    <span className={styles.change}>
      <span className={styles.from}>
        <FactValue view={view} name={from} />
      </span>
      <IconArrowRight size={16} stroke={1.75} aria-hidden />
      <span className={layout.visuallyHidden}>{t('becomes')}</span>
      <span>
        <FactValue view={view} name={to} />
      </span>
    </span>
  )
}

/** A fact as it is now; where it changed since it was proposed, what it was. */
function FactValue({ view, name }: Props & { readonly name: FactName }) {
  const { t } = useTranslation('approvals')
  const { time } = useBranchTime()
  const isNew = view.status === 'PENDING' && view.changed.includes(name)
  return (
    <span className={classes(isNew && styles.changed)}>
      <bdi>{factText(view.facts, name, time) ?? t('nothing')}</bdi>
      {isNew && (
        <>
          {' '}
          <bdi className={classes(styles.before)}>{factText(view.before, name, time) ?? t('nothing')}</bdi>
        </>
      )}
    </span>
  )
}
