import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../shared/contract.ts'
import { type Paper, PAPERS } from '../../../shared/contract/printers.ts'
import { useCall } from '../../calls/use-call.ts'
import { Fact } from '../../components/fact.tsx'
import facts from '../../components/facts.module.css'
import { FailureNote } from '../../components/failure-note.tsx'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import styles from './printers.module.css'

type Props = { readonly known: CallOutput<'printers.list'> }

const AS_FILE = 'FILE'

/** What each kind of paper is printed by; where the bank sets it, there is nothing to choose. */
export function PaperChoices({ known }: Props) {
  const { t } = useTranslation('printers')
  return (
    <div className={layout.stack}>
      <div>
        <h2 className={typography.strong}>{t('choices')}</h2>
        <p className={typography.secondary}>{t('choicesHint')}</p>
      </div>
      {known.isSetByPolicy ? <SetChoices known={known} /> : <OwnChoices known={known} />}
    </div>
  )
}

function SetChoices({ known: { printers, choices } }: Props) {
  const { t } = useTranslation('printers')
  return (
    <dl className={classes(facts.facts, facts.onePerLine)}>
      {PAPERS.map((paper) => (
        <Fact key={paper} label={t(`papers.${paper}`)}>
          <bdi>{printers.find(({ id }) => id === choices[paper])?.name ?? t('isFile')}</bdi>
        </Fact>
      ))}
    </dl>
  )
}

/** A choice holds at once. */
function OwnChoices({ known: { printers, choices } }: Props) {
  const { t } = useTranslation('printers')
  const choose = useCall('printers.choose')
  const options = (paper: Paper) => [
    { value: AS_FILE, label: t('asFile') },
    ...printers
      .filter(({ papers }) => papers.includes(paper))
      .map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <>
      {PAPERS.map((paper) => (
        <Select
          key={paper}
          label={t(`papers.${paper}`)}
          className={styles.choice}
          data={options(paper)}
          value={choices[paper] ?? AS_FILE}
          allowDeselect={false}
          comboboxProps={{ transitionProps: { duration: 0 } }}
          onChange={(value) => void choose.run({ paper, printerId: value === AS_FILE ? null : value })}
        />
      ))}
      <FailureNote failure={choose.failure} />
    </>
  )
}
