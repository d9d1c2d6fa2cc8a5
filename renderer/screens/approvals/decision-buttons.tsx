import { useTranslation } from 'react-i18next'
import { DecisionPair } from '../../components/decision-pair.tsx'
import type { useDecide } from './use-decide.ts'

type Props = { readonly decide: ReturnType<typeof useDecide>; readonly onDecline: () => void }

export function DecisionButtons({ decide, onDecline }: Props) {
  const { t } = useTranslation('approvals')
  return (
    <DecisionPair
      refuse={{ label: t('decline'), keys: 'D', run: onDecline, unavailable: decide.unavailable }}
      approve={{
        label: t('approve'),
        keys: 'A',
        run: decide.approve,
        busy: decide.busy,
        unavailable: decide.unavailable && !decide.busy,
      }}
    />
  )
}
