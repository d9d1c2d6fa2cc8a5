import { Kbd } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { keyCaption } from '../../keyboard/keys.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { useSession } from '../../calls/use-session.ts'
import { useCountedTill } from '../tills/use-counted-till.ts'
import layout from '../../theme/layout.module.css'
import styles from './first-steps.module.css'

type Props = {
  readonly onTill: () => void
  readonly onFind: () => void
  readonly onNew: () => void
}

/** What will be here and what to do first, also on the first day of a branch: open a till, find or register a customer. */
export function FirstSteps({ onTill, onFind, onNew }: Props) {
  const { t } = useTranslation('postings')
  const { till } = useSession()
  const counted = useCountedTill()
  return (
    <EmptyState
      title={t('nobody')}
      hint={t('nobodyHint')}
      action={
        <ol className={styles.steps} aria-label={t('steps')}>
          <li>
            {till === null ? (
              <Step
                label={counted === null ? t('openTill') : t('tillIsCounted', { till: counted })}
                keys="F10"
                onClick={onTill}
              />
            ) : (
              <span className={styles.step} data-done>
                <IconCheck size={16} stroke={2} aria-hidden />
                {t('tillIsOpen', { till: till.name })}
              </span>
            )}
          </li>
          <li>
            <Step label={t('stepFind')} keys="F2" onClick={onFind} />
          </li>
          <li>
            <Step label={t('stepNew')} keys="Ctrl+N" onClick={onNew} />
          </li>
        </ol>
      }
    />
  )
}

function Step({ label, keys, onClick }: { label: string; keys: string; onClick: () => void }) {
  return (
    <button type="button" className={styles.step} onClick={onClick}>
      {label}
      <span className={layout.grow} />
      <Kbd aria-hidden>{keyCaption(keys)}</Kbd>
    </button>
  )
}
