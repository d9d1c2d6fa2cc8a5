import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BackupWork } from '../../../shared/contract/backups.ts'
import { useCall } from '../../calls/use-call.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'

/** What runs, how far it is, and ending it. */
export function WorkProgress({ work }: { readonly work: BackupWork }) {
  const { t } = useTranslation('backups')
  const cancel = useCall('backups.cancel')
  const stop = () => void cancel.run({})
  useKeys({ Escape: { label: t('cancel'), run: stop } })
  const percent = work.of === 0 ? 0 : Math.min(100, Math.floor((100 * work.done) / work.of))
  return (
    <section className={layout.stack} aria-label={t(`work.${work.what}`)}>
      <h2 className={typography.strong}>{t(`work.${work.what}`)}</h2>
      <Progress value={percent} aria-label={t(`work.${work.what}`)} transitionDuration={0} />
      <output>{t('progress', { step: t(`step.${work.step}`), percent })}</output>
      <div className={layout.sideBySide}>
        <BusyButton variant="default" busy={cancel.busy} keys="Escape" onClick={stop}>
          {t('cancel')}
        </BusyButton>
      </div>
    </section>
  )
}
