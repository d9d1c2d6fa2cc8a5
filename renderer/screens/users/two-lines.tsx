import { classes } from '../../theme/classes.ts'
import typography from '../../theme/typography.module.css'

/** What holds, and smaller beneath what belongs to it; each cut off where the column ends. */
export function TwoLines({ first, second }: { readonly first: string; readonly second: string | null }) {
  return (
    <>
      <div className={typography.clipped} title={first}>
        <bdi>{first}</bdi>
      </div>
      {second !== null && (
        <div className={classes(typography.secondary, typography.clipped)} title={second}>
          <bdi>{second}</bdi>
        </div>
      )}
    </>
  )
}
