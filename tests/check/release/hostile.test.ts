import { expect, test } from 'vitest'
import { asChecked } from '../../../src/check/release/index.ts'
import { body } from '../../../src/check/release/body/rules.ts'
import { runRule, type Rule } from '../../../src/check/rule.ts'
import { appliesTo, type CheckedRelease } from '../../../src/check/release/rule.ts'
import { openPressRoom } from '../../../src/press-room/open.ts'
import { readReleaseName } from '../../../src/release/file-name.ts'
import { readRelease } from '../../../src/release/read.ts'
import { sourceText } from '../../../src/source/text.ts'
import { noon, pressRoom } from '../../support/press-room.ts'

/** What patterns with repetitions inside repetitions would take minutes over. */
const hostile = [
  '.'.repeat(60_000),
  'A'.repeat(60_000),
  'A.'.repeat(30_000),
  '-'.repeat(60_000),
  '1'.repeat(60_000),
  'a.'.repeat(30_000),
  'a@'.repeat(30_000),
  '{{ a'.repeat(15_000),
  '{{#if x}}'.repeat(6_000),
  `${'*'.repeat(30_000)}a${'*'.repeat(30_000)}`,
  '<!-- '.repeat(12_000),
  '[^'.repeat(30_000),
  '[a\n'.repeat(20_000),
  'A B '.repeat(15_000),
  'Ana Virta, '.repeat(6_000),
  'Ana de de de '.repeat(5_000),
  '"'.repeat(30_000),
  '“‘'.repeat(20_000),
  '‘a '.repeat(20_000),
  '[a '.repeat(20_000),
  '| a '.repeat(15_000),
  `| a | b |\n|---|---|\n${'| Total | 1,1,1,1,1 |\n'.repeat(2_000)}`,
  '10 a.m. ET (3 '.repeat(4_000),
  'May 3, at 9 a.m. EST '.repeat(3_000),
  '10–11 a.m. EDT (3 '.repeat(3_000),
  '6 juin (samedi et '.repeat(4_000),
  '1,111'.repeat(12_000),
  'the '.repeat(15_000),
  '?'.repeat(30_000),
  'http://a.'.repeat(6_000),
  '# a\n'.repeat(10_000),
  '![]('.repeat(12_000),
  'ABC '.repeat(12_000),
  'ab* '.repeat(15_000),
  '*a '.repeat(20_000),
  'abcd¹ '.repeat(10_000),
  '¹ a\n'.repeat(15_000),
  'a [1] '.repeat(10_000),
  '[1] a\n'.repeat(10_000),
  '\u00A0 '.repeat(20_000),
  'في '.repeat(15_000),
  'سلمى الطرابلسي '.repeat(4_000),
  '::: quote a\n'.repeat(5_000),
  'said Perry '.repeat(6_000),
  'Ana Virta said Virto '.repeat(3_000),
  'الدكتور سعد الزهراني '.repeat(3_000),
]

const { value: room } = await openPressRoom(pressRoom({}))

function checkedOf(text: string, language: string): CheckedRelease {
  const file = `releases/2026-01-02-x.${language}.md`
  const name = readReleaseName(file)
  if (!name || !('slug' in name) || !room) throw new Error('no name of a release')
  const source = sourceText(file, `---\nheadline: Acme\ndate: 2026-11-24\n---\n\n${text}\n`)
  const { value: release } = readRelease(source, name, room.settings)
  const [checked] = release
    ? asChecked([{ release, resolved: undefined }], { room, now: noon, other: () => undefined } as never)
    : []
  if (!checked) throw new Error('nothing to check')
  return checked
}

test.each(['en', 'fr', 'es', 'ar'])(
  'no rule of the body takes long over a hostile text in %s',
  (language) => {
    const slow: string[] = []
    for (const text of hostile) {
      const checked = checkedOf(text, language)
      for (const rule of body.filter((one) => appliesTo(one, checked))) {
        const started = performance.now()
        runRule(rule as unknown as Rule<CheckedRelease>, checked)
        const took = performance.now() - started
        if (took > 1_500) slow.push(`${rule.code} took ${Math.round(took)} ms over ${text.slice(0, 20)}`)
      }
    }
    expect(slow).toEqual([])
  },
  120_000,
)
