import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { WorkProgress } from '../calls/use-work.ts'
import { useKeys } from '../keyboard/use-keys.ts'
import { BusyButton } from './busy-button.tsx'
import layout from '../theme/layout.module.css'
import typography from '../theme/typography.module.css'

type Props = {
  readonly progress: WorkProgress
  readonly label: string
  /** Null where it cannot be ended any more. */
  readonly onCancel: (() => void) | null
}

/** How far a piece of work is, in a bar and in numbers, and ending it. */
export function WorkBar({ progress: { done, of }, label, onCancel }: Props) {
  const { t } = useTranslation('components')
  useKeys(onCancel === null ? {} : { Escape: { label: t('work.cancel'), run: onCancel } })
  return (
    <section className={layout.stack} aria-label={label}>
      <h3 className={typography.strong}>{label}</h3>
      <Progress value={of === 0 ? 0 : (100 * done) / of} aria-label={label} transitionDuration={0} />
      <output>{of === 0 ? t('work.begins') : t('work.progress', { done, of })}</output>
      {onCancel !== null && (
        <div className={layout.sideBySide}>
          <BusyButton variant="default" keys="Escape" onClick={onCancel}>
            {t('work.cancel')}
          </BusyButton>
        </div>
      )}
    </section>
  )
}

/** The same beside what began it, only while something is left of it: what is done in a moment shows nothing. */
export function LongWork({
  progress,
  ...rest
}: Omit<Props, 'progress'> & { readonly progress: WorkProgress | null }) {
  return progress === null || progress.done >= progress.of ? null : <WorkBar progress={progress} {...rest} />
}
