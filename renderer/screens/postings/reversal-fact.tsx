import { useTranslation } from 'react-i18next'
import type { ReversalView } from '../../../shared/contract/reversal-views.ts'
import { Identifier } from '../../components/bidi.tsx'

/** Which posting this one reverses, or by which it is reversed, and why. The reference stays in its own direction. */
export function ReversalFact({ reversal }: { readonly reversal: ReversalView }) {
  const { t } = useTranslation('postings')
  const sentence = t(`reversal.${reversal.direction}`, { reference: '\u0000' })
  const [before = '', after = ''] = sentence.split('\u0000')
  return (
    <>
      {before}
      <Identifier>{reversal.reference}</Identifier>
      {after}
      {reversal.reason !== null && (
        <>
          <br />
          <bdi>{reversal.reason}</bdi>
        </>
      )}
    </>
  )
}
