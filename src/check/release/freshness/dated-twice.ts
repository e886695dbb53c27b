import type { Path } from '../../../source/yaml.ts'
import { isList } from '../contacts/entries.ts'
import { defineRoomRule, type YamlFile } from '../rule.ts'

export const datedTwice = defineRoomRule({
  code: 'dated-twice',
  severity: 'warning',
  summary: 'Let what changes over time have one version a day',
  why: 'Of two details of a contact, two values of a fact or two texts of a boilerplate that hold from the same day on, one is never used, and which of them is for nobody to see.',
  rate: 'not measured: archives have no such files; always an error',
  examples: {
    good: [
      '=== templates/facts.yaml\nplants: [{ value: 3 }, { value: 4, from: 2026-01-01 }]\n',
      '=== templates/boilerplate/about.md\n---\ntitle: About Acme\n---\n\nText.\n=== templates/boilerplate/about.fr.md\n---\ntitle: À propos\n---\n\nTexte.\n=== templates/boilerplate/about/2026-01-01.md\n---\ntitle: About Acme\n---\n\nText.\n',
    ],
    bad: {
      '=== templates/facts.yaml\nplants:\n  - { value: 3, from: 2026-01-01 }\n  - { value: 4, from: 2026-01-01 }\n=== templates/contacts.yaml\nana: [{ name: Ana Virta }, { name: Ana Virta-Roe }]\n':
        'templates/contacts.yaml:1:28 "ana" has two versions without a first day\ntemplates/facts.yaml:3:5 "plants" has two versions from 2026-01-01 on',
      '=== press.yaml\norganization: { name: Acme }\nlanguage: fr\n=== templates/boilerplate/a-propos.md\n---\ntitle: À propos\n---\n\nTexte.\n=== templates/boilerplate/a-propos.fr.md\n---\ntitle: À propos\n---\n\nAutre.\n':
        'templates/boilerplate/a-propos.md:1:1 "a-propos" has two versions without a first day',
    },
  },
  check({ room, contacts, facts, boilerplate }, report) {
    const say = (name: string, from: string | undefined): string =>
      `"${name}" has two versions ${from === undefined ? 'without a first day' : `from ${from} on`}`
    const hint = 'give the newer one its first day, or take one of them away'
    const inYaml = (
      file: YamlFile | undefined,
      name: string,
      versions: readonly { readonly from?: string }[],
    ): void => {
      if (!file || !isList(file, name)) return
      for (const i of laterOfTwo(versions.map(({ from }) => from ?? ''))) {
        const at = file.yaml.valueAt([name, i] satisfies Path)
        report({ message: say(name, versions[i]?.from), hint, at, in: file.source })
      }
    }
    for (const id of room.names.contacts) inYaml(contacts, id, room.contact(id))
    for (const name of room.names.facts) inYaml(facts, name, room.fact(name))
    for (const id of room.names.boilerplate) {
      const versions = room.boilerplate(id)
      for (const i of laterOfTwo(versions.map(({ from = '', language }) => `${from} ${language}`))) {
        const source = versions[i]?.source
        if (source && boilerplate.some((one) => one.source.file === source.file))
          report({ message: say(id, versions[i]?.from), hint, at: [0, 0], in: source })
      }
    }
  },
})

/** Where something stands that was there before. */
const laterOfTwo = (keys: readonly string[]): number[] => keys.flatMap((key, i) => (keys.indexOf(key) < i ? i : []))
