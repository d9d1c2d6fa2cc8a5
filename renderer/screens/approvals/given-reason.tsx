import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { useDecide } from './use-decide.ts'
import { GIVEN_REASON } from './use-given-reason.ts'

type Props = { readonly decide: ReturnType<typeof useDecide> }

/** Why it is approved, which is kept with the decision. */
export function GivenReason({ decide: { reason } }: Props) {
  const { t } = useTranslation('approvals')
  return (
    <Textarea
      id={GIVEN_REASON}
      label={t('reasonWhy')}
      description={t('reasonWhyHint')}
      rows={3}
      maxLength={500}
      value={reason.text}
      onChange={(event) => reason.type(event.currentTarget.value)}
    />
  )
}
