import { expect, test } from 'vitest'
import { classes } from './classes.ts'

test('class names are joined, and what does not apply is left out', () => {
  expect(classes('table', undefined, 'numeric')).toBe('table numeric')
  expect(classes(false, '')).toBe('')
})
