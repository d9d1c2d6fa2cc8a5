import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ROLES, type Role } from '../../../shared/contract/define.ts'
import { useCall } from '../../calls/use-call.ts'
import { Note } from '../../components/failure-note.tsx'
import { InlineForm } from '../../components/form/inline-form.tsx'
import { useProposal } from '../../components/form/use-proposal.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import styles from './code-roles.module.css'

/** Of those who sign in at a workstation. */
const WORKING = ROLES.filter((role) => role !== 'API_USER')

type Props = { readonly required: readonly Role[]; readonly onLeave: () => void }

/** Proposes of which roles nobody works without a second factor. */
export function CodeRoles({ required, onLeave }: Props) {
  const { t } = useTranslation('users')
  const { run, busy, failure } = useCall('users.proposeCodeRoles')
  const [roles, setRoles] = useState(required)
  const [message, setMessage] = useState<string | null>(null)
  const words = { propose: t('codeRoles.propose'), proposed: t('codeRoles.proposed') }
  const { key, end, submitBy } = useProposal(words, busy, setMessage)
  const propose = async () => end(await run({ key, roles: [...roles] }))
  const choose = (role: Role, isChosen: boolean) =>
    setRoles(isChosen ? [...roles, role] : roles.filter((other) => other !== role))
  return (
    <div className={classes(layout.scroll, layout.padded)}>
      <div className={classes(layout.stack, styles.narrow)}>
        {message !== null && <Note tone="ok">{message}</Note>}
        <InlineForm
          submit={{ ...submitBy(() => void propose()), unavailable: message !== null }}
          leave={{ label: t('cancel'), run: onLeave, unavailable: busy }}
          failure={failure}
        >
          <p>{t('codeRoles.text')}</p>
          <fieldset className={styles.roles}>
            <legend>{t('codeRoles.which')}</legend>
            {WORKING.map((role, at) => (
              <Checkbox
                key={role}
                label={t(`roleName.${role}`)}
                checked={roles.includes(role)}
                autoFocus={at === 0}
                disabled={message !== null}
                onChange={({ currentTarget }) => choose(role, currentTarget.checked)}
              />
            ))}
          </fieldset>
        </InlineForm>
      </div>
    </div>
  )
}
