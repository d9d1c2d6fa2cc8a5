import { useTranslation } from 'react-i18next'
import { FieldErrorText } from '../../components/form/field-error.tsx'
import { MoneyInput } from '../../components/money-input.tsx'
import type { useDecide } from './use-decide.ts'
import { SECOND_COUNT } from './use-second-count.ts'

type Props = { readonly decide: ReturnType<typeof useDecide> }

/** What the second person counted; Enter approves with it. */
export function CountedCash({ decide: { count, approve } }: Props) {
  const { t } = useTranslation('approvals')
  const { problem } = count
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        approve()
      }}
    >
      <MoneyInput
        large
        id={SECOND_COUNT}
        label={t('counted')}
        description={t('countedHint', { name: count.proposer })}
        currency={count.currency}
        value={count.text}
        onChange={count.type}
        error={problem === null ? null : <FieldErrorText message={problem} />}
      />
    </form>
  )
}
