import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import type { Progress as Done } from './use-year-steps.ts'
import layout from '../../theme/layout.module.css'

type Props = { readonly progress: Done; readonly label: string; readonly onCancel: () => void }

/** How far a piece of work is, and ending it. */
export function ProgressBar({ progress: { done, of }, label, onCancel }: Props) {
  const { t } = useTranslation('archives')
  return (
    <section className={layout.stack} aria-label={label}>
      <h3>{label}</h3>
      <Progress value={of === 0 ? 0 : (100 * done) / of} aria-label={label} transitionDuration={0} />
      <output>{t('progress', { done, of })}</output>
      <div className={layout.sideBySide}>
        <BusyButton variant="default" keys="Escape" onClick={onCancel}>
          {t('cancel')}
        </BusyButton>
      </div>
    </section>
  )
}
