import { IconDownload } from '@tabler/icons-react'
import { BusyButton } from './busy-button.tsx'
import styles from './save-buttons.module.css'

type Props<F extends string> = {
  readonly formats: readonly F[]
  readonly labelOf: (format: F) => string
  /** What the button does in words, where its label is the format alone. */
  readonly nameOf?: (format: F) => string
  /** What is being saved now. */
  readonly saving: F | null
  readonly unavailable: boolean
  readonly onSave: (format: F) => void
}

/** One button for each format in which something can be saved as a file. */
export function SaveButtons<F extends string>(props: Props<F>) {
  const { formats, labelOf, nameOf, saving, unavailable, onSave } = props
  return (
    <div className={styles.formats}>
      {formats.map((format) => (
        <BusyButton
          key={format}
          variant="default"
          {...(nameOf === undefined ? {} : { 'aria-label': nameOf(format) })}
          leftSection={<IconDownload size={16} aria-hidden />}
          busy={saving === format}
          unavailable={unavailable || (saving !== null && saving !== format)}
          onClick={() => onSave(format)}
        >
          {labelOf(format)}
        </BusyButton>
      ))}
    </div>
  )
}
