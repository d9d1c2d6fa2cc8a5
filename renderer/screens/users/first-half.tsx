import { useTranslation } from 'react-i18next'
import { Handover } from './handover.tsx'

type Props = {
  readonly fullName: string
  readonly username: string
  readonly half: string
  readonly onDone: () => void
}

/** The first half of a temporary password, shown once to whoever proposed it. */
export function FirstHalf({ fullName, username, half, onDone }: Props) {
  const { t } = useTranslation('users')
  return (
    <Handover
      sentence={t('proposal.made')}
      text={t('proposal.half', { name: fullName })}
      username={username}
      password={half}
      label={t('proposal.firstHalf')}
      onDone={onDone}
    />
  )
}
