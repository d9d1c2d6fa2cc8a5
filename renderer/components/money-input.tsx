import { TextInput } from '@mantine/core'
import { useState, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney, parseAmount, toDecimal } from '../../shared/money.ts'
import { blankTape, operatorOf, pressEquals, pressOperator, timesThousand } from './keypad.ts'

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

/** Decimal text for the form: unreadable text is passed on as it is, so that the form can say what is wrong with it. */
const emitted = (text: string, currency: string) => {
  const amount = parseAmount(text, currency)
  return amount.ok ? toDecimal(amount.value) : text.trim()
}

/**
 * An amount typed on a keypad: `1k` is 1,000; `+ − ×` and `=` calculate and keep a tape. While a calculation is open the
 * form holds nothing, so what can be posted is always what can be read.
 */
export function MoneyInput({
  value,
  onChange,
  currency,
  onBlur,
  large = false,
  description,
  ...rest
}: Props) {
  const { t } = useTranslation('components')
  const [text, setText] = useState(value)
  const [tape, setTape] = useState(blankTape)
  const [told, setTold] = useState(value)
  if (value !== told) {
    setTold(value)
    setText(value)
    setTape(blankTape)
  }

  const tell = (next: string) => {
    setTold(next)
    onChange(next)
  }
  const enter = (next: string, open: boolean) => {
    setText(next)
    tell(open ? '' : emitted(next, currency))
  }
  const evaluate = () => {
    const result = pressEquals(tape, text, currency)
    if (result === null) return false
    setTape(result.tape)
    enter(result.text, false)
    return true
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || rest.readOnly === true) return
    const operator = operatorOf(event.key)
    if (operator !== undefined) {
      event.preventDefault()
      const next = pressOperator(tape, text, operator, currency)
      if (next === null) return
      setTape(next)
      enter('', true)
    } else if (event.key === '=') {
      event.preventDefault()
      evaluate()
    } else if (event.key === 'k' || event.key === 'K') {
      event.preventDefault()
      const thousand = timesThousand(text, currency)
      if (thousand !== null) enter(thousand, tape.left !== null)
    } else if (event.key === 'Enter' && tape.left !== null) {
      // The first Enter finishes the calculation; it must not also move on from a figure that nobody has read yet.
      event.preventDefault()
      event.stopPropagation()
      evaluate()
    } else if (event.key === 'Escape' && tape.left !== null) {
      event.preventDefault()
      event.stopPropagation()
      setTape(blankTape)
      enter(toDecimal(tape.left.money), false)
    }
  }

  const leave = () => {
    const result = tape.left === null ? null : pressEquals(tape, text, currency)
    if (result !== null) setTape(result.tape)
    const settled = result?.text ?? text
    const amount = parseAmount(settled, currency)
    if (amount.ok && (tape.left === null || result !== null)) {
      setText(formatMoney(amount.value))
      tell(toDecimal(amount.value))
    }
    onBlur?.()
  }

  return (
    <TextInput
      {...rest}
      className={large ? 'money money-large' : 'money'}
      {...(large ? { leftSectionWidth: 260 } : {})}
      value={text}
      onChange={(event) => {
        if (tape.left === null && tape.printed !== '') setTape(blankTape)
        enter(event.currentTarget.value, tape.left !== null)
      }}
      onKeyDown={onKeyDown}
      onBlur={leave}
      data-long={text.length > 16 ? 'very' : text.length > 12 || undefined}
      dir="ltr"
      inputMode="decimal"
      autoComplete="off"
      leftSection={
        large &&
        tape.printed !== '' && (
          <span className="tape" aria-label={t('tape', { tape: tape.printed })}>
            {tape.printed}
          </span>
        )
      }
      rightSectionWidth={56}
      rightSection={<span className="ccy">{currency}</span>}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    />
  )
}
