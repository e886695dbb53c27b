import { plainWords } from '../alike.ts'
import { defineReleaseRule } from '../rule.ts'

/** Words that count, and how much of their beginning: `closure` and `closes` are alike. */
const shortest = 5
const stem = 4
/** A slug of fewer words says too little to disagree. */
const fewest = 3

export const slugWords = defineReleaseRule({
  code: 'slug-words',
  severity: 'info',
  summary: 'Let the address speak of what the release is about',
  why: 'Whoever shares a link shares its words. A slug of which no word is in the release is most often that of the file which this one was copied from, and tells of another story for as long as the page stands.',
  rate: 'not measured: archives have addresses of their own',
  examples: {
    good: [
      '=== releases/2026-01-02-acme-opens-turku-plant.md\n---\nheadline: A factory for pumps\n---\n\nThe plant opens.\n',
      '=== releases/2026-01-02-annual-figures.md\n---\nheadline: A factory for pumps\n---\n\nText.\n',
      '=== releases/2026-01-02-record-harvest-apples-valley.md\n---\nheadline: حصاد قياسي للتفاح\nlanguage: ar\n---\n\nنص.\n',
      '=== releases/2026-01-02-fermeture-usine-hiver.md\n---\nheadline: L’usine ferme en décembre\nlanguage: fr\n---\n\nTexte.\n',
    ],
    bad: {
      '=== releases/2026-01-02-record-harvest-apples-valley.md\n---\nheadline: A factory for pumps\n---\n\nIt opens in Turku.\n':
        '2:1 No word of the address "record-harvest-apples-valley" is in the release',
      '=== releases/2026-01-02-x.md\n---\nheadline: Une usine de pompes\nlanguage: fr\nslug: récolte-record-pommes\n---\n\nElle ouvre.\n':
        '4:1 No word of the address "récolte-record-pommes" is in the release',
    },
  },
  check({ fields, source, yaml, original, prose, timing }, report) {
    // An address in Latin letters says nothing in the words of a release in others.
    if (original || timing.withdrawn || /(?!\p{Script=Latin})\p{L}/u.test(fields.headline)) return
    const slug =
      fields.slug ??
      source.file.replace(/(?:\/index)?(?:\.[A-Za-z-]+)?\.\w+$/, '').replace(/^.*\/(?:\d{4}-\d{2}-\d{2}-)?/, '')
    const stems = plainWords(slug)
      .split(' ')
      .filter((word) => word.length >= shortest && /^[a-z]+$/.test(word))
      .map((word) => word.slice(0, stem))
    if (stems.length < fewest) return
    const isIn = (text: string): boolean => {
      const words = ` ${plainWords(text)}`
      return stems.some((one) => words.includes(` ${one}`))
    }
    if (isIn(fields.headline) || isIn(prose.text)) return
    const at = yaml.keyAt([fields.slug === undefined ? 'headline' : 'slug'])
    const hint = 'rename the file or set `slug`, and keep the old one under `aliases` if it was ever public'
    report({ message: `No word of the address "${slug}" is in the release`, hint, at })
  },
})
