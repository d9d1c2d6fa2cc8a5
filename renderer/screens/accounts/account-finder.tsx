import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../calls/api.ts'
import { FieldErrorText } from '../../components/form/field-error.tsx'
import { messageFor } from '../../feedback/messages.ts'
import { useGo } from '../../app/navigate.ts'
import styles from './account-finder.module.css'

/** An account by its number: Enter opens its statement, and what is wrong with the number is shown below it. */
export function AccountFinder({
  field,
  startHere = false,
}: {
  readonly field: Ref<HTMLInputElement>
  readonly startHere?: boolean
}) {
  const { t } = useTranslation('accounts')
  const go = useGo()
  const [number, setNumber] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const find = async () => {
    if (number.trim() === '') return
    const answer = await call('accounts.find', { accountNumber: number })
    if (answer.ok) go('/accounts', { account: answer.value.id })
    else setProblem(messageFor(answer.error))
  }
  return (
    <TextInput
      ref={field}
      className={styles.finder}
      autoFocus={startHere}
      aria-label={t('number')}
      placeholder={t('numberPlaceholder')}
      leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
      value={number}
      dir="ltr"
      inputMode="numeric"
      autoComplete="off"
      maxLength={30}
      onChange={({ currentTarget }) => {
        setNumber(currentTarget.value)
        setProblem(null)
      }}
      onKeyDown={(event) => event.key === 'Enter' && void find()}
      error={problem !== null && <FieldErrorText message={problem} />}
    />
  )
}
