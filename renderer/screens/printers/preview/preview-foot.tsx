import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../../components/busy-button.tsx'
import type { usePreviewActions } from './use-preview-actions.ts'
import layout from '../../../theme/layout.module.css'
import styles from './paper-preview.module.css'

/** Closes, saves and prints; what comes first has the key that prints elsewhere. */
export function PreviewFoot({ close, save, print, known }: ReturnType<typeof usePreviewActions>) {
  const { t } = useTranslation(['printers', 'shell'])
  return (
    <div className={styles.foot}>
      <BusyButton variant="default" keys="Escape" onClick={close}>
        {t('shell:close')}
      </BusyButton>
      <span className={layout.grow} />
      <BusyButton
        variant={print === null ? 'filled' : 'default'}
        {...(print === null ? { keys: 'Ctrl+P' } : {})}
        unavailable={!known}
        leftSection={<IconDownload size={16} aria-hidden />}
        onClick={save}
      >
        {t('preview.save')}
      </BusyButton>
      {print !== null && (
        <BusyButton
          keys="Ctrl+P"
          unavailable={!known}
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={print}
        >
          {t('print')}
        </BusyButton>
      )}
    </div>
  )
}
