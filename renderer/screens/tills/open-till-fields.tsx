import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FieldErrorText } from '../../components/form/field-error.tsx'
import { MoneyInput } from '../../components/money-input.tsx'
import type { OpeningTill } from './use-open-till.ts'

type Props = {
  readonly slip: OpeningTill
  readonly readOnly: boolean
  readonly onChoose: (id: string) => void
}

/** Which till, and the float that goes into it. */
export function OpenTillFields({ slip, readOnly, onChoose }: Props) {
  const { t } = useTranslation('tills')
  const { free, till, floatProblem } = slip
  return (
    <>
      <Select
        label={t('open.till')}
        data={free.map(({ id, name }) => ({ value: id, label: name }))}
        value={till?.holder === null ? till.id : null}
        onChange={(id) => id !== null && onChoose(id)}
        error={till !== undefined && till.holder !== null ? t('open.alreadyHeld') : null}
        allowDeselect={false}
        readOnly={readOnly}
        comboboxProps={{ transitionProps: { duration: 0 } }}
      />
      <MoneyInput
        large
        autoFocus
        label={t('open.float')}
        description={t('open.floatHint')}
        currency={slip.currency}
        value={slip.float}
        onChange={slip.setFloat}
        readOnly={readOnly}
        error={floatProblem === null ? null : <FieldErrorText message={floatProblem} />}
      />
    </>
  )
}
