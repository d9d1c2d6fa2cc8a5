import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCall, useQueryCall } from '../../calls/use-call.ts'
import { useMay } from '../../calls/use-may.ts'
import { FailureNote } from '../../components/failure-note.tsx'
import typography from '../../theme/typography.module.css'

/** Whether the window of this computer is left out of pictures of its screen. */
export function ContentBox() {
  const { t } = useTranslation('workstations')
  const { answer } = useQueryCall('workstations.readProtection', {})
  const { run, busy, failure } = useCall('workstations.setProtection')
  const mayChoose = useMay('workstations.setProtection')
  if (answer.state !== 'known') return null
  const { isOn, isSetByPolicy, isSupported } = answer.value
  if (!isSupported) return <p className={typography.secondary}>{t('content.unsupported')}</p>
  return (
    <>
      <Checkbox
        label={t('content.label')}
        description={t(isSetByPolicy ? 'content.byPolicy' : 'content.hint')}
        checked={isOn}
        disabled={isSetByPolicy || !mayChoose || busy}
        onChange={({ currentTarget }) => void run({ isOn: currentTarget.checked })}
      />
      <FailureNote failure={failure} />
    </>
  )
}
