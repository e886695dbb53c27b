import { kinds } from '../release/fields.ts'
import type { SnippetName, Wording } from './wordings/shape.ts'

const schema = (name: string): string => `./node_modules/pressmark/schemas/${name}.schema.json`

/** What tells editors which schema is whose. No editor checks front matter by one; for that there are the snippets. */
export const editorSettings = (): string =>
  json({
    'yaml.schemas': {
      [schema('press')]: 'press.yaml',
      [schema('contacts')]: 'templates/contacts.yaml',
      [schema('facts')]: 'templates/facts.yaml',
      [schema('locale')]: 'templates/locales/*.yaml',
      [schema('rule')]: 'rules/*.yaml',
    },
    'files.encoding': 'utf8',
    'search.exclude': { dist: true, '.pressmark': true },
    '[markdown]': {
      'editor.wordWrap': 'on',
      'editor.quickSuggestions': { other: 'on', comments: 'off', strings: 'off' },
      'editor.snippetSuggestions': 'top',
    },
  })

export const editorExtensions = (): string =>
  json({ recommendations: ['redhat.vscode-yaml', 'editorconfig.editorconfig'] })

/** The parts of a release as snippets, by what is typed for them. */
export function editorSnippets({ snippets, labels }: Wording): string {
  const { headline, place, text, nameAndRole, quotation, heading, shows } = labels
  const day = '${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}'
  const bodies: Readonly<Record<SnippetName, string>> = {
    release: `---
headline: \${1:${headline}}
date: ${day}
dateline: \${2:${place}}
kind: \${3|${kinds.join(',')}|}
draft: true
---

\${0:${text}}`,
    quote: `::: quote \${1:${nameAndRole}}\n“\${2:${quotation}}”\n:::\n$0`,
    facts: `::: fact-box \${1:${heading}}\n- \${2:${text}}\n:::\n$0`,
    notes: `::: notes \${1:${heading}}\n\${2:${text}}\n:::\n$0`,
    embargo: `embargo: \${1:${day}} \${2:09:00} \${3:Europe/Amsterdam}`,
    picture: `media:
  - src: \${1:picture.jpg}
    alt: \${2:${shows}}
    caption: \${3:${labels.caption}}
    credit: \${4:${labels.credit}}`,
    link: `[\${1:${labels.words}}](\${2:https://})`,
    correction: `corrections:\n  - date: ${day}\n    text: \${1:${labels.wrong}}`,
    withdrawn: `withdrawn: { date: ${day}, reason: "\${1:${labels.reason}}" }`,
    event: `event:\n  starts: \${1:${day}} \${2:10:00} \${3:Europe/Amsterdam}\n  place: \${4:${place}}`,
    speaker: `spokespeople:
  - name: \${1:${labels.name}}
    role: \${2:${labels.role}}
    topics: \${3:${labels.topics}}`,
    figure: '{{fact "${1:name}"}}',
  }
  return json(
    Object.fromEntries(
      Object.entries(bodies).map(([name, body]) => [
        name,
        { scope: 'markdown', prefix: name, description: snippets[name as SnippetName], body: body.split('\n') },
      ]),
    ),
  )
}

export const editorConfig = `root = true

[*]
charset = utf-8
indent_style = space
indent_size = 2
insert_final_newline = true
`

/** Checks and builds whatever is pushed. Nothing of what it builds is kept: an embargoed release is in there. */
export const workflow = `name: Press room
on: [push, pull_request]
permissions:
  contents: read
jobs:
  press-room:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - uses: actions/setup-node@v6
        with:
          node-version: lts/*
      - run: npm install
      - run: npx pressmark check --format github --max-warnings 0
      - run: npx pressmark build
`

/** `name` is one that npm takes; `version` is that of the kit. */
export const manifest = (name: string, version: string): string =>
  json({
    name,
    private: true,
    scripts: { build: 'pressmark build', check: 'pressmark check', preview: 'pressmark preview' },
    devDependencies: { pressmark: `^${version}` },
  })

const json = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`
