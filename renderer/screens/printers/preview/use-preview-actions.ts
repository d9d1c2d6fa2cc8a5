import { useTranslation } from 'react-i18next'
import type { KeyBindings } from '../../../keyboard/keys.ts'

export type PreviewActions = {
  readonly onClose: () => void
  /** Null where no printer is chosen for it. */
  readonly onPrint: (() => void) | null
  readonly onSave: () => void
}

/** Printing and saving what is looked at: the preview closes, and what came of it is told where it was opened. */
export function usePreviewActions({ onClose, onPrint, onSave }: PreviewActions, known: boolean) {
  const { t } = useTranslation(['printers', 'shell'])
  const after = (run: () => void) => () => {
    onClose()
    run()
  }
  const save = after(onSave)
  const print = onPrint && after(onPrint)
  const keys: KeyBindings = {
    Escape: { label: t('shell:close'), run: onClose },
    'Ctrl+P': { label: t(print === null ? 'preview.save' : 'print'), run: print ?? save, disabled: !known },
  }
  return { close: onClose, save, print, keys, known }
}
