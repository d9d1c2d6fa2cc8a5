import { useTranslation } from 'react-i18next'
import type { ApprovalView } from '../../../shared/contract/approvals.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { classes } from '../../theme/classes.ts'
import { factNames, factText } from './fact-text.ts'
import paper from '../../components/paper.module.css'
import styles from './approvals.module.css'

/** The facts to decide upon; where one changed since it was proposed, what it was. */
export function ApprovalFacts({ view }: { readonly view: ApprovalView }) {
  const { t } = useTranslation('approvals')
  const { time } = useBranchTime()
  return (
    <dl className={paper.paper}>
      {factNames(view).map((name) => {
        const isNew = view.status === 'PENDING' && view.changed.includes(name)
        return (
          <div key={name} className={styles.fact}>
            <dt>{t(`facts.${name}`)}</dt>
            <dd className={isNew ? styles.changed : ''}>
              <bdi>{factText(view.facts, name, time) ?? t('nothing')}</bdi>
              {isNew && (
                <p className={classes(styles.before)}>
                  <bdi>{factText(view.before, name, time) ?? t('nothing')}</bdi>
                </p>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
