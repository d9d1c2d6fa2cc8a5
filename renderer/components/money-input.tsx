import { TextInput } from '@mantine/core'
import type { ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { useMoneyEntry } from './use-money-entry.ts'
import { classes } from '../theme/classes.ts'
import typography from '../theme/typography.module.css'
import styles from './money-input.module.css'

type Props = {
  readonly label: ReactNode
  /** Decimal text: exactly the currency's decimals once it can be read, as typed until then, empty while calculating. */
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

/** Room for the tape beside a large figure, in pixels. */
const TAPE_WIDTH = 260

/** An amount typed on a keypad: `1k` is 1,000; `+ − ×` and `=` calculate and print a tape. */
export function MoneyInput({ value, onChange, currency, onBlur, large = false, ...rest }: Props) {
  const { text, printed, type, press, leave } = useMoneyEntry({ value, onChange, currency })
  return (
    <TextInput
      {...rest}
      className={large ? classes(styles.money, styles.large) : styles.money}
      {...(large ? { leftSectionWidth: TAPE_WIDTH } : {})}
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
      leftSection={large && printed !== '' && <PrintedTape printed={printed} />}
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
