import { Identifier } from '../../components/bidi.tsx'
import panel from '../../components/panel.module.css'
import typography from '../../theme/typography.module.css'

type Props = { readonly name: string; readonly number: string }

/** Whose column it is. */
export const CustomerHead = ({ name, number }: Props) => (
  <header className={panel.head}>
    <h2>
      <bdi>{name}</bdi>
    </h2>
    <span className={typography.secondary}>
      <Identifier>{number}</Identifier>
    </span>
  </header>
)
