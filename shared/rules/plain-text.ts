/**
 * Control characters, but for the ends of lines, and halves of surrogate pairs. PostgreSQL's text holds no NUL and no half of a
 * pair; nobody types the others, and on paper, in a CSV or in a terminal they do harm. The database's constraints named
 * `…_printable` refuse the same; a test compares them.
 */
const UNPRINTABLE = /\p{Cs}|(?![\t\n\r])\p{Cc}/u
/** What ends a line, or jumps within one. */
const LINE_ENDS = /[\t\n\r\u2028\u2029]/

/** Text of any number of lines. */
export const isPrintable = (text: string): boolean => !UNPRINTABLE.test(text)

/** Text of one line. */
export const isOneLine = (text: string): boolean => isPrintable(text) && !LINE_ENDS.test(text)
