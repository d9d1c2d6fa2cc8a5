import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Actor } from '../../shared/contract/fields.ts'
import typography from '../theme/typography.module.css'

/** Who wrote something: the person, or what the system did and from what cause. */
export function ActorText({ actor }: { readonly actor: Actor }) {
  const { t } = useTranslation('components')
  if (actor.person !== null) return <bdi>{actor.person}</bdi>
  return <bdi className={typography.subdued}>{actorWords(t, actor)}</bdi>
}

/** The same as text: `The system: till difference, from the count of Till 1`. */
export function actorWords(t: TFunction<'components'>, { kind, person, causeType, cause }: Actor): string {
  if (person !== null) return person
  if (kind === 'PERSON') return causeType === 'SETUP' ? t('actor.setUp') : t('actor.unknown')
  if (causeType === 'TILL_SESSION') return t('actor.tillDifference', { cause: cause ?? '' })
  const system = t(`actor.kind.${kind}`)
  return cause === null ? system : t('actor.from', { system, cause })
}
