import type { ReactNode } from 'react'
import { DateText } from '../bidi.tsx'
import styles from './date-in-words.module.css'

const COMPLETE = /^[1-9]\d{3}-\d{2}-\d{2}$/

/**
 * A date is typed in the order of the workstation, which may be day or month first; above it the date stands in
 * words, so that 3 February is not taken for 2 March. Screen readers read the field in words already.
 */
export const dateInWords = (value: string) => ({
  // Without a limit the field takes years of six digits, and a year that is typed again is appended to the one before.
  max: '9999-12-31',
  inputContainer: (input: ReactNode) => (
    <div className={styles.field}>
      {input}
      <span className={styles.words} aria-hidden>
        {COMPLETE.test(value) && <DateText value={value} />}
      </span>
    </div>
  ),
})
