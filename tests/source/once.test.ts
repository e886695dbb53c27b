import { expect, test } from 'vitest'
import { onceFor, onceForKey } from '../../src/source/once.ts'

test('works something out once for each object, even where nothing comes of it', () => {
  const asked: string[] = []
  const nameOf = onceFor((of: { readonly name?: string }) => {
    asked.push(of.name ?? 'nobody')
    return of.name
  })
  const [ana, nobody] = [{ name: 'Ana' }, {}]
  expect([nameOf(ana), nameOf(nobody), nameOf(ana), nameOf(nobody)]).toEqual(['Ana', undefined, 'Ana', undefined])
  expect(nameOf({ name: 'Ana' })).toBe('Ana')
  expect(asked).toEqual(['Ana', 'nobody', 'Ana'])
})

test('works it out once for each key', () => {
  let count = 0
  const greet = onceForKey(
    (of: { readonly name: string }, language: string, words: Readonly<Record<string, string>>) => {
      count++
      return words[language] && `${words[language]} ${of.name}`
    },
  )
  const [ana, words] = [{ name: 'Ana' }, { fr: 'Bonjour', es: 'Hola' }]
  const said = ['fr', 'es', 'de', 'fr', 'de'].map((language) => greet(ana, language, words))
  expect(said).toEqual(['Bonjour Ana', 'Hola Ana', undefined, 'Bonjour Ana', undefined])
  expect(count).toBe(3)
})
