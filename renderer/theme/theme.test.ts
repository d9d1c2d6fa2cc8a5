import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { themeCss } from './theme-css.ts'

test('the CSS variables on disk are those of the theme (vitest -u writes them)', async () => {
  const options = await resolveConfig(import.meta.filename)
  const css = await format(`/* Written by theme.test.ts from theme.ts. */\n${themeCss()}`, {
    ...options,
    parser: 'css',
  })
  await expect(css).toMatchFileSnapshot('./theme-variables.css')
})
