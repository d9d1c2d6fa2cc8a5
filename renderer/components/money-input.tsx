import { TextInput } from '@mantine/core'
import type { ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { useMoneyEntry } from './use-money-entry.ts'
import { classes } from '../theme/classes.ts'
import typography from '../theme/typography.module.css'
import styles from './money-input.module.css'

type Props = {
  readonly label: ReactNode
  /** As typed, in the branch's number format; of a calculation its result. `readTyped` reads it. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly currency: string
  readonly onBlur?: () => void
  readonly description?: ReactNode
  readonly error?: ReactNode
  readonly readOnly?: boolean
  /** The large figure of a slip; otherwise as high as any other field. */
  readonly large?: boolean
  readonly name?: string
  readonly id?: string
  readonly autoFocus?: boolean
  readonly ref?: Ref<HTMLInputElement>
}

/**
 * An amount typed on a keypad: `1k` is 1,000; `+ − ×` and `=` calculate and print a tape, which stands in the line of the
 * label. It belongs to one visit of the field.
 */
export function MoneyInput({ value, onChange, currency, onBlur, large = false, ...rest }: Props) {
  const { text, printed, type, press, leave } = useMoneyEntry({ value, onChange, currency })
  return (
    <TextInput
      {...rest}
      className={large ? classes(styles.money, styles.large) : styles.money}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => rest.readOnly !== true && press(event)}
      onBlur={() => {
        leave()
        onBlur?.()
      }}
      data-long={text.length > 16 ? 'very' : text.length > 12 || undefined}
      dir="ltr"
      inputMode="decimal"
      autoComplete="off"
      inputContainer={(input) => (
        <div className={styles.field}>
          {input}
          {printed !== '' && <PrintedTape printed={printed} />}
        </div>
      )}
      rightSectionWidth={56}
      rightSection={<span className={typography.currency}>{currency}</span>}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    />
  )
}

function PrintedTape({ printed }: { readonly printed: string }) {
  const { t } = useTranslation('components')
  return (
    <span className={styles.tape} aria-label={t('tape', { tape: printed })}>
      {printed}
    </span>
  )
}
