import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../shared/contract.ts'
import { type Paper, PAPERS } from '../../../shared/contract/printers.ts'
import { useCall } from '../../calls/use-call.ts'
import { FailureNote } from '../../components/failure-note.tsx'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import styles from './printers.module.css'

type Props = { readonly known: CallOutput<'printers.list'> }

const AS_FILE = 'FILE'

/** What each kind of paper is printed by; a choice holds at once. */
export function PaperChoices({ known: { printers, choices, isSetByPolicy } }: Props) {
  const { t } = useTranslation('printers')
  const choose = useCall('printers.choose')
  const options = (paper: Paper) => [
    { value: AS_FILE, label: t('asFile') },
    ...printers
      .filter(({ papers }) => papers.includes(paper))
      .map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <div className={layout.stack}>
      <div>
        <h2 className={typography.strong}>{t('choices')}</h2>
        <p className={typography.secondary}>{t('choicesHint')}</p>
      </div>
      {PAPERS.map((paper) => (
        <Select
          key={paper}
          label={t(`papers.${paper}`)}
          className={styles.choice}
          data={options(paper)}
          value={choices[paper] ?? AS_FILE}
          allowDeselect={false}
          readOnly={isSetByPolicy}
          comboboxProps={{ transitionProps: { duration: 0 } }}
          onChange={(value) => void choose.run({ paper, printerId: value === AS_FILE ? null : value })}
        />
      ))}
      <FailureNote failure={choose.failure} />
    </div>
  )
}
