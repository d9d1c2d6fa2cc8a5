import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Signers } from '../../../shared/contract/mandates.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { Specimens } from './specimens.tsx'
import { choicesOf, toggled, type SignerChoice } from './signer-choices.ts'
import { usePartyWords } from './use-party-words.ts'
import typography from '../../theme/typography.module.css'
import styles from './slip-signers.module.css'

type Props = {
  readonly accountId: string
  /** The customers who are named; none means the holder. */
  readonly signedBy: readonly string[]
  readonly onChange: (signedBy: readonly string[]) => void
  readonly readOnly: boolean
}

/** Who signs for the account that is debited, which is asked only where others than a holder of age can; and what they look like. */
export function SlipSigners({ accountId, ...props }: Props) {
  const { answer } = useQueryCall('mandates.signers', { accountId })
  if (answer.state !== 'known') return null
  const { alone, parties, specimens } = answer.value
  return (
    <>
      {(!alone || parties.length > 0) && <Choices signers={answer.value} {...props} />}
      <Specimens specimens={specimens} signedBy={props.signedBy} />
    </>
  )
}

type ChoicesProps = Omit<Props, 'accountId'> & { readonly signers: Signers }

function Choices({ signers, signedBy, onChange, readOnly }: ChoicesProps) {
  const { t } = useTranslation('mandates')
  return (
    <fieldset className={styles.signers}>
      <legend className={typography.secondary}>{t('slip.title')}</legend>
      {choicesOf(signers, signedBy).map((choice) => (
        <Checkbox
          key={choice.customerId}
          size="xs"
          checked={choice.signs}
          disabled={readOnly || !choice.possible}
          onChange={() => onChange(toggled(signers, signedBy, choice.customerId))}
          label={<ChoiceLabel choice={choice} />}
        />
      ))}
    </fieldset>
  )
}

function ChoiceLabel({ choice }: { readonly choice: SignerChoice }) {
  const { t } = useTranslation('mandates')
  const { powerInWords } = usePartyWords()
  const { name, party, note } = choice
  const words =
    party === null ? [t('slip.holder'), ...(note === null ? [] : [t(`slip.${note}`)])] : powerInWords(party)
  return (
    <>
      <bdi>{name}</bdi> <span className={typography.subdued}>{words.join(' · ')}</span>
    </>
  )
}
