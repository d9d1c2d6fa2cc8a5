import { classes } from '../../theme/classes.ts'
import typography from '../../theme/typography.module.css'

/** Somebody's name, and beneath what they sign in with. */
export function PersonCell({ fullName, username }: { readonly fullName: string; readonly username: string }) {
  return (
    <>
      <div className={classes(typography.primary, typography.clipped)}>
        <bdi>{fullName}</bdi>
      </div>
      <div className={classes(typography.secondary, typography.clipped)}>{username}</div>
    </>
  )
}
