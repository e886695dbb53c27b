import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readReleaseName } from '../../src/release/file-name.ts'
import { isSlug } from '../../src/release/read.ts'
import { slugFrom } from '../../src/release/slug.ts'

test.each([
  ['en', 'CICC Urges President Trump to Stop Threatening ICC', 'cicc-urges-president-trump-to-stop-threatening-icc'],
  ['en', 'The Observatory’s “big” plan: 12.5 % more & better', 'the-observatorys-big-plan-12-5-more-better'],
  ['en', "It's in O'Brien's hands", 'its-in-obriens-hands'],
  ['de', 'Größe für Österreich: die Straße ist offen', 'groesse-fuer-oesterreich-die-strasse-ist-offen'],
  ['fi', 'Työ alkaa Jyväskylässä', 'tyo-alkaa-jyvaskylassa'],
  ['da', 'Ny bro på Ærø', 'ny-bro-paa-aeroe'],
  ['fr-CA', 'L’œuvre ouvre à Montréal', 'l-oeuvre-ouvre-a-montreal'],
  ['es', '¿Qué pasó en España?', 'que-paso-en-espana'],
  ['tr', 'İstanbul’da ışık şöleni', 'istanbulda-isik-soleni'],
  ['pl', 'Zażółć gęślą jaźń w Łodzi', 'zazolc-gesla-jazn-w-lodzi'],
  ['el', 'Η πρώτη ηλεκτρική γέφυρα', 'i-proti-ilektriki-gefyra'],
  ['ru', 'Россия: объявление', 'rossiya-obyavlenie'],
  ['uk', 'Український Харків', 'ukrayinskyy-kharkiv'],
  ['ar', 'مرصد البحر الداخلي', 'mrsd-albhr-aldakhly'],
  ['he', 'שלום ירושלים', 'shlvm-yrvshlym'],
  ['zh', '北京发布新闻', 'bei-jing-fa-bu-xin-wen'],
  ['ja', '東京で新しい橋', 'dong-jing-de-xin-shii-qiao'],
  ['ko', '한국 정부 발표', 'hangug-jeongbu-balpyo'],
  ['en', '🎉🚀', 'tada-rocket'],
  ['en', '?!…', 'release'],
  ['en', '', 'release'],
  ['en', 'Con', 'release-con'],
])('in %s, %j is %s', async (language, headline, slug) => {
  expect(await slugFrom(headline, language)).toBe(slug)
})

test('a long headline is cut between words, and a long word inside', async () => {
  expect(await slugFrom('word '.repeat(40))).toBe(`${'word-'.repeat(13)}word`)
  expect(await slugFrom('a'.repeat(300))).toBe('a'.repeat(70))
})

test('any text gives a slug, and a file name that it is read from again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.constantFrom('en', 'de', 'ar', 'zh'), async (text, language) => {
      const slug = await slugFrom(text, language)
      expect(isSlug(slug)).toBe(true)
      expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
      expect(readReleaseName(`releases/2026-12-01-${slug}.md`)).toMatchObject({ slug, day: '2026-12-01' })
    }),
    { numRuns: 500 },
  )
})
