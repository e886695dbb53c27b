import { expect, test } from 'vitest'
import { readFields } from '../../src/import/fields.ts'

const body = 'The harbour opens on Monday.\n'

test('front matter in which a comma cuts a value stays in the text: else its end would be lost', async () => {
  const whole = '---\nimage: { caption: "The harbour, at dawn" }\n---\n'
  expect(await readFields(whole + body)).toEqual({ fields: { image: { caption: 'The harbour, at dawn' } }, body })
  const cut = whole.replaceAll('"', '')
  expect(await readFields(cut + body)).toEqual({
    fields: {},
    body: cut + body,
    remark: 'the front matter is not YAML that can be read; it stands in the text',
  })
})
